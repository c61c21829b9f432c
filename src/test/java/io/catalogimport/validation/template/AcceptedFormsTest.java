package io.catalogimport.validation.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.catalogimport.validation.template.TemplateMatch.Different;
import io.catalogimport.validation.template.TemplateMatch.Same;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What CloudFormation accepts is read, and forms that mean the same to it are the same. */
class AcceptedFormsTest {
    private static final String TOPIC = "Resources:\n  Topic:\n    Type: AWS::SNS::Topic\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"Resources\":{\"Topic\":{\"Type\":\"AWS::SNS::Topic\",},}}",
                "{\t\"Resources\": {\n\t\t\"Topic\": {\n\t\t\t\"Type\": \"AWS::SNS::Topic\",\n\t\t},\n\t},\n}\n",
                "{\"Resources\": { # ours\n \"Topic\": {\"Type\": \"AWS::SNS::Topic\"}}}",
                "{Resources: {Topic: {Type: 'AWS::SNS::Topic'}}}",
                "---\n{\"Resources\": {\"Topic\": {\"Type\": \"AWS::SNS::Topic\"}}}\n",
                "{\"Resources\": {\"Topic\": {\"Type\": \"AWS::SNS::Topic\"}}}\n...\n",
                "# ours\n{\"Resources\": {\"Topic\": {\"Type\": \"AWS::SNS::Topic\"}}}",
                "%YAML 1.1\n---\nResources: {Topic: {Type: 'AWS::SNS::Topic'}}"
            })
    void readsWhatIsNearlyJson(String template) {
        assertSame(template, TOPIC);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    A: {F: !GetAZs }                | A: {F: !GetAZs ''}
                    A: {F: !GetAZs }                | {"A": {"F": {"Fn::GetAZs": null}}}
                    A: {F: !Sub x}                  | A: {F: !Sub [x, {}]}
                    A: {F: {'Fn::Sub': [x, {}]}}    | A: {F: !Sub x}
                    Transform: T                    | Transform: [T]
                    Transform: {Name: T}            | Transform: [{Name: T}]
                    A: 1                            | {A: 1, Parameters: {}, Conditions: {}, Outputs: {}}
                    A: 1                            | {A: 1, Mappings: {}, Rules: {}, Metadata: {}}
                    A: 1                            | {A: 1, Conditions: , Outputs: ~}
                    A: {F: !Sub yes}                | A: {F: {'Fn::Sub': 'yes'}}
                    """)
    void knowsFormsThatMeanTheSame(String one, String other) {
        assertSame(one, other);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    DependsOn: B        | DependsOn: [B]
                    DependsOn: [B, C]   | DependsOn: [C, B]
                    P: 1                | P: 1, Properties: {}
                    P: 1                | P: 1, DependsOn: []
                    P: 1                | P: 1, Metadata: {}
                    P: 1                | P: 1, Properties: ~
                    """)
    void knowsFormsOfAResourceThatMeanTheSame(String one, String other) {
        assertSame("Resources: {A: {%s}}".formatted(one), "Resources: {A: {%s}}".formatted(other));
    }

    @Test
    void knowsFormsOfAResourceInALoopThatMeanTheSame() {
        String loop = "Resources: {'Fn::ForEach::A': [N, [x, y], {'A${N}': {%s}}]}";
        String loopInLoop = "Resources: {'Fn::ForEach::A': [N, [x], {'Fn::ForEach::B': [M, [y], {'A${M}': {%s}}]}]}";

        assertSame(loop.formatted("DependsOn: B"), loop.formatted("DependsOn: [B]"));
        assertSame(loop.formatted("DependsOn: [B, C]"), loop.formatted("DependsOn: [C, B]"));
        assertSame(loopInLoop.formatted("DependsOn: B"), loopInLoop.formatted("DependsOn: [B]"));
        assertThat(compare(loop.formatted("DependsOn: B"), loop.formatted("DependsOn: C")))
                .isInstanceOf(Different.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    Transform: [S, T]                          | Transform: [T, S]
                    A: {F: !Sub [x, {V: 1}]}                   | A: {F: !Sub x}
                    A: {F: !Join ['', [x]]}                    | A: {F: x}
                    A: {Properties: {}}                        | A: {}
                    Outputs: {O: {Value: ''}}                  | Outputs: {}
                    Outputs: {O: ~}                            | Outputs: {}
                    Resources: {A: ~}                          | Resources: {}
                    Resources: {A: {Properties: {P: {}}}}      | Resources: {A: {}}
                    Resources: {A: {Properties: {P: []}}}      | Resources: {A: {Properties: {}}}
                    Resources: {A: {Properties: {DependsOn: [B, C]}}} | Resources: {A: {Properties: {DependsOn: [C, B]}}}
                    Resources: {A: {DependsOn: [B, C]}}        | Resources: {A: {DependsOn: [B]}}
                    A: {F: !Ref ''}                            | {"A": {"F": {"Ref": null}}}
                    """)
    void keepsFormsApartThatMayMeanSomethingElse(String one, String other) {
        assertThat(compare(one, other)).isInstanceOf(Different.class);
        assertThat(compare(other, one)).isInstanceOf(Different.class);
    }

    @Test
    void takesTheLastValueOfARepeatedKey() {
        TemplateMatch match = compare("A: old\nB: x\nA: new\n", "{\"A\": \"new\", \"B\": \"x\"}");

        assertThat(match).isInstanceOf(Same.class);
        assertThat(match.remarks())
                .containsExactly(new TemplateRemark(
                        TemplateRemark.Kind.KEY_REPEATED,
                        "In the stack's template the key \"A\" is repeated on line 3. CloudFormation takes the last value,"
                                + " and so did the comparison."));
    }

    @Test
    void takesTheLastValueInJson() {
        assertThat(compare("{\"A\": 1,\n\"A\": 2,\n\"A\": 3}", "A: 3").remarks())
                .extracting(TemplateRemark::sentence)
                .containsExactly("In the stack's template the key \"A\" is repeated on line 2 (of 2 repeated keys)."
                        + " CloudFormation takes the last value, and so did the comparison.");
        assertThat(compare("A: 1", "{\"A\": 1, \"A\": 2}")).isInstanceOf(Different.class);
    }

    @Test
    void saysThatKeysAreRepeatedWhereTemplatesDiffer() {
        assertThat(compare("A: 1", "{\"A\": 1, \"A\": 2}").remarks())
                .extracting(TemplateRemark::kind)
                .containsExactly(TemplateRemark.Kind.KEY_REPEATED);
    }

    private static void assertSame(String one, String other) {
        assertThat(compare(one, other)).isEqualTo(new Same(List.of()));
        assertThat(compare(other, one)).isEqualTo(new Same(List.of()));
    }

    private static TemplateMatch compare(String inStack, String inProduct) {
        return new TemplateComparison().compare(inStack, inProduct);
    }
}
