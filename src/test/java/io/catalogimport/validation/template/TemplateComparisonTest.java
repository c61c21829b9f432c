package io.catalogimport.validation.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.catalogimport.validation.template.TemplateMatch.Different;
import io.catalogimport.validation.template.TemplateMatch.Same;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateComparisonTest {
    private static final String BUCKET = "Resources:\n  Bucket:\n    Type: AWS::S3::Bucket\n";

    @Test
    void takesEqualTextsForTheSame() {
        assertSame(BUCKET, BUCKET);
    }

    @Test
    void readsJsonAndYamlAlike() {
        assertSame(BUCKET, "\n{\"Resources\":\t{\"Bucket\": {\"Type\": \"AWS::S3::Bucket\"}}}\n");
    }

    @Test
    void passesOverTheOrderOfKeys() {
        assertSame("A: 1\nB: {C: 2, D: 3}\n", "B: {D: 3, C: 2}\nA: 1\n");
    }

    @Test
    void passesOverWhiteSpaceCommentsAndLineEnds() {
        assertSame(
                "A:\n  - x\n  - y\nB: |\n  one\n  two\n",
                "# ours\r\nA: [x,   y] # both\r\nB: |\r\n    one\r\n    two\r\n");
    }

    @Test
    void passesOverAByteOrderMark() {
        assertSame(BUCKET, "\uFEFF" + BUCKET);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ref", "Condition"})
    void takesShortFormsWithoutPrefixForTheirLongForms(String function) {
        assertSame("A: !" + function + " X", "{\"A\": {\"" + function + "\": \"X\"}}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Sub", "ImportValue", "GetAZs", "ToJsonString"})
    void takesOtherShortFormsForTheirLongForms(String function) {
        assertSame("A: !" + function + " X", "{\"A\": {\"Fn::" + function + "\": \"X\"}}");
    }

    @Test
    void readsShortFormsWithinShortForms() {
        assertSame(
                "A: !If [IsProd, !Ref Big, !Join ['-', [a, !Sub '${B}']]]",
                "{\"A\": {\"Fn::If\": [\"IsProd\", {\"Ref\": \"Big\"},"
                        + " {\"Fn::Join\": [\"-\", [\"a\", {\"Fn::Sub\": \"${B}\"}]]}]}}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "!GetAtt Nested.Outputs.Url",
                "!GetAtt [Nested, Outputs.Url]",
                "{'Fn::GetAtt': Nested.Outputs.Url}"
            })
    void knowsEveryFormOfGetAtt(String form) {
        assertSame("A: " + form, "{\"A\": {\"Fn::GetAtt\": [\"Nested\", \"Outputs.Url\"]}}");
    }

    @Test
    void keepsAGetAttOfAReferenceApart() {
        assertDiffer("A: !GetAtt [Nested, !Ref Name]", "A: !GetAtt [Nested, Name]");
    }

    @ParameterizedTest
    @CsvSource({"80, '\"80\"'", "true, '\"true\"'", "True, true", "FALSE, false", "2012-10-17, '\"2012-10-17\"'"})
    void passesOverTheTypeOfAScalar(String inStack, String inProduct) {
        assertSame("A: " + inStack, "{\"A\": " + inProduct + "}");
    }

    @Test
    void keepsTheSpellingOfNumbersInJson() {
        assertSame("A: 1.50\nB: 12345678901234567890123", "{\"A\": 1.50, \"B\": 12345678901234567890123}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "~", "null"})
    void knowsEverySpellingOfNull(String spelling) {
        assertSame("A: " + spelling, "{\"A\": null}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"''", "'null'", "{}", "[]"})
    void keepsEmptyValuesApartFromNull(String value) {
        assertDiffer("A: " + value, "A:");
    }

    @Test
    void keepsListsInOrder() {
        assertDiffer("A: [x, y]", "A: [y, x]");
    }

    @Test
    void comparesBlockScalarsToTheLastCharacter() {
        assertDiffer("A: |\n  one \n", "A: |\n  one\n");
        assertDiffer("A: |\n  one\n", "A: |-\n  one\n");
    }

    @Test
    void resolvesAnchors() {
        assertSame("A: &a {X: [1, 2]}\nB: *a", "A: {X: [1, 2]}\nB: {X: [1, 2]}");
    }

    @Test
    void resolvesMergeKeysWithoutOverridingOthers() {
        assertSame(
                "A: &a {X: 1, Y: 2}\nB: &b {Y: 3, Z: 4}\nC: {Z: 5, <<: [*a, *b]}",
                "A: {X: 1, Y: 2}\nB: {Y: 3, Z: 4}\nC: {X: 1, Y: 2, Z: 5}");
    }

    @Test
    void saysWhoseTemplateItIs() {
        assertThat(new TemplateComparison().compare("", "A: 1").sentence())
                .isEqualTo("The stack's template cannot be read: it is empty.");
        assertThat(new TemplateComparison().compare("A: 1", "").sentence())
                .isEqualTo("The product's template cannot be read: it is empty.");
    }

    private static void assertSame(String inStack, String inProduct) {
        assertThat(new TemplateComparison().compare(inStack, inProduct)).isEqualTo(new Same(List.of()));
        assertThat(new TemplateComparison().compare(inProduct, inStack)).isEqualTo(new Same(List.of()));
    }

    private static void assertDiffer(String inStack, String inProduct) {
        assertThat(new TemplateComparison().compare(inStack, inProduct)).isInstanceOf(Different.class);
    }
}
