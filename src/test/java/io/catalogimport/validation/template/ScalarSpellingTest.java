package io.catalogimport.validation.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.catalogimport.validation.template.TemplateMatch.Different;
import io.catalogimport.validation.template.TemplateMatch.Same;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which spellings of a scalar are one value to CloudFormation, which are two, and which may be either. */
class ScalarSpellingTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    yes     | true
                    Yes     | "true"
                    YES     | on
                    ON      | True
                    no      | false
                    Off     | NO
                    80      | "80"
                    000400  | 256
                    0777    | "511"
                    -010    | -8
                    0x1F    | 31
                    1_000   | 1000
                    012345670123 | 1402433619
                    012345678901 | "012345678901"
                    0o17    | "0o17"
                    y       | "y"
                    N       | 'N'
                    1.5     | "1.5"
                    0.25    | '0.25'
                    2012-10-17 | "2012-10-17"
                    2001-12-14t21:59:43.10-05:00 | "2001-12-14t21:59:43.10-05:00"
                    1.2.3   | "1.2.3"
                    .inf    | ".inf"
                    !!str 0777 | "0777"
                    !!int "80" | 80
                    """)
    void takesForTheSame(String one, String other) {
        assertThat(compare(one, other)).isEqualTo(new Same(List.of()));
        assertThat(compare(other, one)).isEqualTo(new Same(List.of()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    YES     | "YES"
                    no      | 'no'
                    On      | "On"
                    off     | "off"
                    True    | "True"
                    000400  | "000400"
                    012345670123 | "012345670123"
                    0x1F    | "0x1F"
                    1_000   | "1_000"
                    "2.0"   | 2
                    "1.10"  | 1.1
                    "1e3"   | 1000
                    "12:30" | 750
                    y       | true
                    n       | no
                    0o17    | 15
                    2012-10-17 | 2012-10-18
                    1.10    | 1.2
                    2       | 2.5
                    1.2.3   | 1.2.30
                    12:30   | 12:31
                    "yes"   | "true"
                    """)
    void keepsApart(String one, String other) {
        assertThat(compare(one, other)).isInstanceOf(Different.class);
        assertThat(compare(other, one)).isInstanceOf(Different.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    2.0     | 2
                    75.0    | "75"
                    2.0     | "2.0"
                    1.10    | 1.1
                    1.10    | 1.100
                    1.10    | "1.1"
                    1e3     | 1000
                    1.5E+2  | 150
                    .5      | 0.5
                    +1      | 1
                    +15550100 | "+15550100"
                    0b101   | 5
                    12:30   | 750
                    12:30   | "12:30"
                    1_000.5 | 1000.5
                    """)
    void takesForTheSameWithAWarningWhatMayBe(String one, String other) {
        assertMayBeTheSame(compare(one, other));
        assertMayBeTheSame(compare(other, one));
    }

    @Test
    void showsWhatIsSpelledDifferently() {
        TemplateMatch match = new TemplateComparison().compare("A: {V: 2, W: 1.0}", "A: {V: 2.0, W: '1.0'}");

        assertThat(match.remarks())
                .extracting(TemplateRemark::sentence)
                .containsExactly("Values are spelled differently: A.V: stack has 2, product has 2.0; and 1 more."
                        + " CloudFormation may or may not treat them as the same.");
        assertThat(compare("1.0", "'1.0'").remarks())
                .extracting(TemplateRemark::sentence)
                .containsExactly("Values are spelled differently: A: stack has 1.0, product has \"1.0\"."
                        + " CloudFormation may or may not treat them as the same.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"012345670123", "yes", "1.0"})
    void warnsOfAKeyThatOnlyOneSideQuotes(String key) {
        assertMayBeTheSame(new TemplateComparison().compare(key + ": x", "'" + key + "': x"));
        assertThat(new TemplateComparison().compare(key + ": x", " " + key + ": 'x'"))
                .isEqualTo(new Same(List.of()));
    }

    @Test
    void knowsNumbersOfJsonAsThoseOfYaml() {
        assertMayBeTheSame(new TemplateComparison().compare("{\"A\": 2.0}", "{\"A\": 2}"));
        assertThat(new TemplateComparison().compare("A: 2.0", "{\"A\": 2.0}")).isEqualTo(new Same(List.of()));
        assertThat(new TemplateComparison().compare("{\"A\": \"2.0\"}", "{\"A\": 2}"))
                .isInstanceOf(Different.class);
        assertThat(new TemplateComparison().compare("A: yes", "{\"A\": true}")).isEqualTo(new Same(List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "1e-999999999", "1e99999999999999999999", "-0.0", "0x_", "1.", "0_"})
    void survivesStrangeNumbers(String number) {
        assertThat(compare(number, number + " ")).isEqualTo(new Same(List.of()));
        assertThat(compare(number, "7")).isInstanceOf(Different.class);
    }

    /** A tag makes its argument a text. What a function's long form makes of it is not known. */
    @ParameterizedTest
    @CsvSource({"!Sub yes, Fn::Sub: yes", "!ImportValue 0123, Fn::ImportValue: 0123", "!Sub on, Fn::Sub: on"})
    void warnsOfAnArgumentThatIsATextAfterATag(String shortForm, String longForm) {
        assertMayBeTheSame(new TemplateComparison().compare("A: " + shortForm, "A:\n  " + longForm));
        assertMayBeTheSame(new TemplateComparison().compare("A:\n  " + longForm, "A: " + shortForm));
    }

    private static void assertMayBeTheSame(TemplateMatch match) {
        assertThat(match).isInstanceOfSatisfying(Same.class, same -> assertThat(same.remarks())
                .extracting(TemplateRemark::kind)
                .containsExactly(TemplateRemark.Kind.SPELLING));
    }

    private static TemplateMatch compare(String inStack, String inProduct) {
        return new TemplateComparison().compare("A: " + inStack, "A:  " + inProduct);
    }
}
