package io.catalogimport.validation.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TemplateDiffTest {
    @Test
    void showsBothSidesOfEachDifference() {
        assertThat(TemplateDiff.text(
                        "Resources: {Queue: {Type: 'AWS::SQS::Queue', Properties: {DelaySeconds: 5}}}",
                        "Resources: {Queue: {Type: 'AWS::SQS::Queue'}}\nDescription: x"))
                .hasValue("""
                        Resources.Queue.Properties
                          stack:   {"DelaySeconds": "5"}
                          product: nothing

                        Description
                          stack:   nothing
                          product: "x"

                        """);
    }

    @Test
    void saysHowManyItLeavesOut() {
        String stack = IntStream.range(0, 600)
                .mapToObj(number -> "P%d: {Type: String}".formatted(number))
                .collect(Collectors.joining(", ", "Parameters: {", "}"));

        assertThat(TemplateDiff.text("Resources: {}\n" + stack, "Resources: {}\nParameters: {A: {Type: String}}"))
                .hasValueSatisfying(text -> assertThat(text).endsWith("And 101 more.\n"));
    }

    @Test
    void isNoneWhereNothingDiffersOrATemplateCannotBeRead() {
        assertThat(TemplateDiff.text("Resources: {}", "{\"Resources\": {}}")).isEmpty();
        assertThat(TemplateDiff.text("[", "Resources: {}")).isEmpty();
    }
}
