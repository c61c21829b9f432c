package io.catalogimport.validation.template;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DifferenceTest {
    @Test
    void saysWhereAndWhat() {
        assertDifference(
                "Resources: {Bucket: {Properties: {BucketName: a}}}",
                "Resources: {Bucket: {Properties: {BucketName: b}}}",
                "Resources.Bucket.Properties.BucketName: stack has \"a\", product has \"b\".");
    }

    @Test
    void saysWhatTheStackLacks() {
        assertDifference("A: {}", "A: {B: [x, 1]}", "A.B: stack has nothing, product has [\"x\", \"1\"].");
    }

    @Test
    void saysWhatTheProductLacks() {
        assertDifference("A: [x, !Ref Y]", "A: [x]", "A[1]: stack has {\"Ref\": \"Y\"}, product has nothing.");
    }

    @Test
    void tellsNullFromNothing() {
        assertDifference("A: {B: }", "A: {}", "A.B: stack has null, product has nothing.");
    }

    @Test
    void showsTheFirstThreeAndCountsTheOthers() {
        assertDifference(
                "{\"A\": 1, \"B\": 1, \"C\": 1, \"D\": 1, \"E\": 1}",
                "{\"A\": 2, \"B\": 2, \"C\": 2, \"D\": 2, \"F\": 2}",
                "A: stack has \"1\", product has \"2\"; B: stack has \"1\", product has \"2\";"
                        + " C: stack has \"1\", product has \"2\"; and 3 more.");
    }

    @Test
    void shortensLongValues() {
        assertDifference(
                "A: " + "x".repeat(500), "A: y", "A: stack has \"" + "x".repeat(80) + "…\", product has \"y\".");
    }

    @Test
    void showsTheLineInWhichLongTextsPart() {
        String text = "A: |\n"
                + IntStream.rangeClosed(1, 12)
                        .mapToObj("  echo step %d\n"::formatted)
                        .collect(joining());

        assertDifference(
                text,
                text.replace("step 9", "step nine"),
                "A, line 9, column 11: stack has \"echo step 9\", product has \"echo step nine\".");
    }

    @Test
    void showsWhatIsAroundThePlaceInALongLine() {
        String before = "0123456789".repeat(20);

        assertDifference(
                "A: " + before + "a" + before,
                "A: " + before + "b" + before,
                "A, line 1, column 201: stack has \"…012345678901234567890123456789a"
                        + before.substring(0, 39)
                        + "…\", product has \"…012345678901234567890123456789b"
                        + before.substring(0, 39) + "…\".");
    }

    @Test
    void showsThatALongTextGoesOnInOneOfTheTemplates() {
        String text = "A: |\n" + "  0123456789\n".repeat(10);

        assertDifference(text, text + "  0\n", "A, line 11, column 1: stack has \"\", product has \"0\".");
        assertDifference(
                text,
                text.replace("|", "|-"),
                "A, line 10, column 11: stack has \"0123456789\\n\", product has \"0123456789\".");
    }

    @Test
    void findsThePlaceBehindLostCharacters() {
        String lost = "?? ????: ".repeat(12);
        String original = "ää 😀😀: ".repeat(12);

        assertDifference(
                "{\"A\": \"" + lost + "x\"}",
                "{\"A\": \"" + original + "y\"}",
                "A, line 1, column 85: stack has \"…?: ?? ????: ?? ????: ?? ????: x\","
                        + " product has \"…😀: ää 😀😀: ää 😀😀: ää 😀😀: y\".");
    }

    @Test
    void tellsLongKeysApart() {
        String key = "k".repeat(100);
        String shown = "\"" + "k".repeat(30) + "…" + "k".repeat(39);

        assertDifference(
                key + "a: 1",
                key + "b: 1",
                shown + "a\": stack has \"1\", product has nothing; " + shown
                        + "b\": stack has nothing, product has \"1\".");
    }

    @Test
    void saysWhatAScalarWithoutQuotesIsReadAs() {
        assertDifference("A: YES", "A: 'YES'", "A: stack has \"true\" (written YES), product has \"YES\".");
    }

    @Test
    void shortensLargeParts() {
        assertDifference(
                "A: [" + "abcdefgh, ".repeat(500) + "]",
                "A: y",
                "A: stack has [" + "\"abcdefgh\", ".repeat(7) + "…], product has \"y\".");
    }

    @Test
    void escapesControlCharactersInKeysAndValues() {
        assertDifference(
                "{\"A\\u001B[2J\": \"x\\ny\"}",
                "{\"A\\u001B[2J\": \"\\u0007\"}",
                "\"A\\u001B[2J\": stack has \"x\\ny\", product has \"\\u0007\".");
    }

    private static void assertDifference(String inStack, String inProduct, String sentence) {
        assertThat(new TemplateComparison().compare(inStack, inProduct).sentence())
                .isEqualTo("The templates differ: " + sentence);
    }
}
