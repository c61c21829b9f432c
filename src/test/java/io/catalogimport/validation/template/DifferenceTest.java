package io.catalogimport.validation.template;

import static org.assertj.core.api.Assertions.assertThat;

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
