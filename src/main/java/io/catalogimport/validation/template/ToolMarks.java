package io.catalogimport.validation.template;

import java.util.List;
import java.util.Map;

/** Recognizes what has written a template by what it leaves in the text. */
public final class ToolMarks {
    private static final Map<String, List<String>> MARKS = Map.of(
            "CDK", List.of("aws:cdk:path", "AWS::CDK::Metadata", "/cdk-bootstrap/"),
            "SAM", List.of("AWS::Serverless-2016-10-31", "SamResourceId"),
            "Serverless Framework", List.of("ServerlessDeploymentBucket"),
            "Amplify", List.of("\"createdBy\":\"Amplify\"", "\\\"createdBy\\\":\\\"Amplify\\\""));

    private ToolMarks() {}

    /** The names of the tools, sorted; mostly none. */
    public static List<String> in(String template) {
        return MARKS.entrySet().stream()
                .filter(tool -> tool.getValue().stream().anyMatch(template::contains))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }
}
