package io.catalogimport.sandbox.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateTest {
    private static final String SHORT_FORMS = """
            AWSTemplateFormatVersion: 2010-09-09
            Resources:
              Queue:
                Type: AWS::SQS::Queue
                Properties:
                  DelaySeconds: 5
                  QueueName: !Sub "${AWS::StackName}-queue"
                  Target: !GetAtt Other.Arn
                  Name: !If [Named, !Ref Name, !Ref "AWS::NoValue"]
              Other:
                Type: AWS::SQS::Queue
            """;

    private static final String LONG_FORMS = """
            {"Resources": {
              "Other": {"Type": "AWS::SQS::Queue"},
              "Queue": {"Properties": {
                "Name": {"Fn::If": ["Named", {"Ref": "Name"}, {"Ref": "AWS::NoValue"}]},
                "Target": {"Fn::GetAtt": ["Other", "Arn"]},
                "QueueName": {"Fn::Sub": "${AWS::StackName}-queue"},
                "DelaySeconds": "5"}, "Type": "AWS::SQS::Queue"}},
             "AWSTemplateFormatVersion": "2010-09-09"}
            """;

    @Test
    void jsonAndYamlOfTheSameStructureMatch() {
        assertThat(Template.parse(SHORT_FORMS).matches(Template.parse(LONG_FORMS)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"DelaySeconds: 6", "DelaySeconds: [5]", "DelaySeconds:", "Delay: 5"})
    void anotherValueOrKeyDoesNotMatch(String changed) {
        String text = SHORT_FORMS.replace("DelaySeconds: 5", changed);

        assertThat(Template.parse(text).matches(Template.parse(SHORT_FORMS))).isFalse();
    }

    @Test
    void theOrderOfAListMatters() {
        assertThat(Template.parse("Resources: {A: {P: [1, 2]}}").matches(Template.parse("Resources: {A: {P: [2, 1]}}")))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "text", "[1]", "{}", "Resources:", "{\"Resources\"", "a: [", "&a [*a]"})
    void whatHasNoResourcesIsNoTemplate(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Template.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"Resources\":{\"A\":{\"P\":\"1\",},},}",
                "{\"Resources\":{\"A\":{\"P\":\"0\",\"P\":\"1\"}}}",
                "{Resources: {A: {P: 1}}}",
                "{Resources: {A: {P: 1}}}\n...\n",
                "---\n{\"Resources\": {\"A\": {\"P\": 1}}}",
                "\uFEFFResources: {A: {P: 1}}",
                "Resources: {A: {P: 0, P: 1}}"
            })
    void whatCloudFormationTakesIsTaken(String text) {
        assertThat(Template.parse(text).matches(Template.parse("Resources: {A: {P: 1}}")))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Q: !GetAZs               | Q: !GetAZs ''
                    Q: !Sub x                | Q: !Sub [x, {}]
                    DependsOn: B             | DependsOn: [B]
                    DependsOn: [B, C]        | DependsOn: [C, B]
                    Properties: {}           | P: 1, Properties: {}
                    Q: 2.0                   | Q: 2
                    Q: yes                   | Q: true
                    Q: 0400                  | Q: 256
                    """)
    void formsThatMayMeanTheSameMatch(String one, String other) {
        assertThat(Template.parse("Resources: {A: {P: 1, %s }}".formatted(one))
                        .matches(Template.parse("Resources: {A: {P: 1, %s }}".formatted(other))))
                .isTrue();
    }

    @Test
    void manyAliasesAreTaken() {
        String aliases = ", *a".repeat(60);
        assertThat(Template.parse("{Metadata: {A: &a [x], B: [*a" + aliases + "]}, Resources: {Q: {Type: T}}}"))
                .isNotNull();
    }

    @Test
    void aliasesThatMultiplyAreRefused() {
        String rows = "x: &a [" + "1, ".repeat(1000) + "1]\n" + "y: &b [*a" + ", *a".repeat(49) + "]\n" + "z: [*b"
                + ", *b".repeat(49) + "]\n";
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PlainTree.parse(rows))
                .withMessageContaining("250000 values");
    }

    @Test
    void aNumberOfAThousandDigitsIsTaken() {
        assertThat(Template.parse("{\"Resources\": {\"A\": {\"P\": " + "9".repeat(1100) + "}}}"))
                .isNotNull();
    }

    @Test
    void scalarsStayTheTextTheyWereWrittenAs() {
        assertThat(PlainTree.parse("012345678901: 2010-09-09\nyes: no"))
                .hasToString("{012345678901=2010-09-09, yes=no}");
    }
}
