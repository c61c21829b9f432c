package io.catalogimport.validation.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.catalogimport.validation.template.TemplateMatch.Different;
import org.junit.jupiter.api.Test;

class ToolWrittenPartsTest {
    private static final String PLAIN = """
            Resources:
              Topic:
                Type: AWS::SNS::Topic
            """;

    @Test
    void areTheMarksOfTheCdkAndTheDesigner() {
        assertThat(onlyToolWritten("""
                Metadata:
                  AWS::CloudFormation::Designer: {a: {size: {width: 60}}}
                Conditions:
                  CDKMetadataAvailable: !Equals [!Ref AWS::Region, eu-central-1]
                Resources:
                  Topic:
                    Type: AWS::SNS::Topic
                    Metadata:
                      aws:cdk:path: App/Topic/Resource
                      aws:asset:path: asset.1
                  CDKMetadata:
                    Type: AWS::CDK::Metadata
                    Condition: CDKMetadataAvailable
                    Properties: {Analytics: v2}
                """)).isTrue();
    }

    @Test
    void areNotOtherMetadataOrProperties() {
        assertThat(onlyToolWritten(PLAIN + "    Metadata: {owner: shop}\n")).isFalse();
        assertThat(onlyToolWritten(PLAIN + "    Properties: {FifoTopic: true}\n"))
                .isFalse();
        assertThat(onlyToolWritten("Description: x\n" + PLAIN)).isFalse();
    }

    private static boolean onlyToolWritten(String stack) {
        TemplateMatch match = new TemplateComparison().compare(stack, PLAIN);
        return ((Different) match).onlyToolWritten();
    }
}
