package io.catalogimport.validation.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.catalogimport.validation.template.TemplateMatch.Different;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which differences cannot change what a stack does. */
class DescriptivePartsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    Description: a                                    | Description: b
                    AWSTemplateFormatVersion: 2010-09-09              | A: 1
                    Metadata: {AWS::CloudFormation::Interface: {X: 1}} | Metadata: {AWS::CloudFormation::Designer: {X: 2}}
                    Parameters: {P: {Type: S, Description: a}}        | Parameters: {P: {Type: S, ConstraintDescription: a}}
                    Outputs: {O: {Value: 1, Description: a}}          | Outputs: {O: {Value: 1}}
                    Resources: {R: {Metadata: {aws:cdk:path: a}}}     | Resources: {R: {}}
                    Resources: {R: {Metadata: {cfn-lint: {X: [1]}}}}  | Resources: {R: {Metadata: {SamResourceId: R}}}
                    Resources: {R: {Description: a}}                  | Resources: {R: {Description: b}}
                    """)
    void findsThatOnlyDescriptionsDiffer(String one, String other) {
        assertThat(onlyDescriptive("{A: 1, " + one + "}", "{A: 1, " + other + "}"))
                .isTrue();
        assertThat(onlyDescriptive("{A: 1, " + other + "}", "{A: 1, " + one + "}"))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    Resources: {R: {Metadata: {AWS::CloudFormation::Init: {c: 1}}}}  | Resources: {R: {}}
                    Resources: {R: {Metadata: {AWS::CloudFormation::Init: {c: 1}}}}  | Resources: {R: {Metadata: {AWS::CloudFormation::Init: {c: 2}}}}
                    Resources: {R: {Metadata: {AWS::CloudFormation::Authentication: {c: 1}}}}  | Resources: {R: {Metadata: {x: 1}}}
                    Resources: {R: {Metadata: {'Fn::Transform': {Name: 'AWS::Include'}}}}  | Resources: {R: {}}
                    Resources: {R: {Properties: {Description: a}}}   | Resources: {R: {Properties: {Description: b}}}
                    Resources: {R: {Properties: {Metadata: a}}}      | Resources: {R: {Properties: {Metadata: b}}}
                    Resources: {R: {DeletionPolicy: Retain}}         | Resources: {R: {}}
                    Resources: {Description: {Type: a}}              | Resources: {}
                    Parameters: {Description: {Type: a}}             | Parameters: {}
                    Parameters: {P: {Default: a}}                    | Parameters: {P: {Default: b}}
                    Parameters: {BootstrapVersion: {Type: S}}        | Parameters: {}
                    Mappings: {M: {Description: {a: b}}}             | Mappings: {M: {Description: {a: c}}}
                    Rules: {R: {Assertions: [{AssertDescription: a}]}} | Rules: {R: {Assertions: [{AssertDescription: b}]}}
                    Outputs: {O: {Value: 1, Export: a}}              | Outputs: {O: {Value: 1}}
                    Description: a, B: 1                             | Description: b, B: 2
                    """)
    void findsThatMoreThanDescriptionsDiffers(String one, String other) {
        assertThat(onlyDescriptive("{A: 1, " + one + "}", "{A: 1, " + other + "}"))
                .isFalse();
        assertThat(onlyDescriptive("{A: 1, " + other + "}", "{A: 1, " + one + "}"))
                .isFalse();
    }

    @Test
    void passesOverTheResourceOfCdkWithItsCondition() {
        String bare = "Resources: {R: {Type: T}}\n";
        String counted = """
                Resources:
                  R: {Type: T}
                  CDKMetadata: {Type: 'AWS::CDK::Metadata', Properties: {Analytics: x}, Condition: CDKMetadataAvailable}
                Conditions: {CDKMetadataAvailable: !Equals [a, b]}
                """;

        assertThat(onlyDescriptive(bare, counted)).isTrue();
        assertThat(onlyDescriptive(counted, bare)).isTrue();
        assertThat(onlyDescriptive(counted, counted.replace("Analytics: x", "Analytics: y")))
                .isTrue();
        assertThat(onlyDescriptive(counted, counted.replace("AWS::CDK::Metadata", "AWS::SNS::Topic")))
                .isFalse();
    }

    @Test
    void keepsAConditionThatSomethingElseUses() {
        String template = """
                Resources:
                  R: {Type: T, Condition: C}
                  CDKMetadata: {Type: 'AWS::CDK::Metadata', Condition: C}
                Conditions: {C: !Equals [a, b]}
                """;

        assertThat(onlyDescriptive(template, template.replace("[a, b]", "[a, c]")))
                .isFalse();
    }

    @Test
    void namesWhatDiffersAndSaysThatItOnlyDescribes() {
        assertThat(compare("{A: 1, Description: a}", "{A: 1, Description: b}").sentence())
                .isEqualTo("The templates differ only in metadata and descriptions:"
                        + " Description: stack has \"a\", product has \"b\".");
    }

    @Test
    void takesNoQuestionMarkForALostCharacterWhereNoneWasLost() {
        assertThat(compare("{Description: \u00e9, P: 'a?'}", "{P: 'a\u2192', Description: \u00e9}"))
                .isInstanceOf(TemplateMatch.Different.class);
    }

    @Test
    void namesAnAddedPartOnce() {
        assertThat(compare("{Outputs: {}}", "{Outputs: {U: {Value: v, Description: d}}}")
                        .sentence())
                .containsOnlyOnce("product has");
    }

    @Test
    void seesADescriptionAloneBehindALostCharacter() {
        TemplateMatch match = compare("L:\n- ? x\nDescription: two", "L:\n- \u2192 x\nDescription: one");

        assertThat(match).isInstanceOfSatisfying(TemplateMatch.Different.class, different -> assertThat(
                        different.onlyDescriptive())
                .isTrue());
    }

    @Test
    void namesFirstWhatCanChangeTheStack() {
        assertThat(compare(
                                "{Description: a, AWSTemplateFormatVersion: 1, Metadata: {x: 1}, Z: 1}",
                                "{Description: b, AWSTemplateFormatVersion: 2, Metadata: {x: 2}, Z: 2}")
                        .sentence())
                .startsWith("The templates differ: Z: stack has \"1\", product has \"2\"; Description: ")
                .endsWith("; and 1 more.");
    }

    private static boolean onlyDescriptive(String inStack, String inProduct) {
        TemplateMatch match = compare(inStack, inProduct);
        assertThat(match).isInstanceOf(Different.class);
        return ((Different) match).onlyDescriptive();
    }

    private static TemplateMatch compare(String inStack, String inProduct) {
        return new TemplateComparison().compare(inStack, inProduct);
    }
}
