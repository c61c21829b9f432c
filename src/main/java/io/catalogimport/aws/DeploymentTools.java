package io.catalogimport.aws;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import software.amazon.awssdk.services.cloudformation.model.Output;
import software.amazon.awssdk.services.cloudformation.model.Stack;

/**
 * Recognizes what deploys a stack by what its description shows: tags, parameters, outputs, exports and the description's
 * text. None of these tools documents its marks as an interface, so a stack without one may still be deployed by a tool.
 */
final class DeploymentTools {
    /** Tags by which people say what deploys a stack. */
    private static final Set<String> TAGS =
            Set.of("managedby", "managed-by", "managed_by", "deployedby", "deployed-by");

    private static final Map<String, Predicate<Stack>> MARKS = Map.of(
            "CDK",
            stack -> hasParameter(stack, "/cdk-bootstrap/")
                    || exports(stack, ":ExportsOutput")
                    || isNamed(stack, "CDKToolkit"),
            "SAM",
            stack -> hasTag(stack, "ManagedStackSource") || isNamed(stack, "aws-sam-cli-managed-"),
            "Serverless Framework",
            stack -> hasOutput(stack, "ServerlessDeploymentBucketName") || exports(stack, "sls-"),
            "Amplify",
            stack -> hasTag(stack, "amplify:")
                    || String.valueOf(stack.description()).contains("\"createdBy\":\"Amplify\""),
            "CodeStar",
            stack -> hasTag(stack, "awscodestar:"),
            "Copilot",
            stack -> hasTag(stack, "copilot-application"),
            "Elastic Beanstalk",
            stack -> hasTag(stack, "elasticbeanstalk:"),
            "eksctl",
            stack -> hasTag(stack, "alpha.eksctl.io/"),
            "Proton",
            stack -> hasTag(stack, "aws:proton:"));

    private DeploymentTools() {}

    /** The names of the tools, sorted; mostly none. */
    static List<String> of(Stack stack) {
        Stream<String> marked = MARKS.entrySet().stream()
                .filter(tool -> tool.getValue().test(stack))
                .map(Map.Entry::getKey);
        return Stream.concat(marked, named(stack)).distinct().sorted().toList();
    }

    private static Stream<String> named(Stack stack) {
        return stack.tags().stream()
                .filter(tag -> TAGS.contains(tag.key().toLowerCase(Locale.ROOT)))
                .filter(tag -> !tag.value().isBlank())
                .map(tag -> tag.key() + "=" + tag.value());
    }

    private static boolean isNamed(Stack stack, String start) {
        return stack.stackName() != null && stack.stackName().startsWith(start);
    }

    private static boolean hasTag(Stack stack, String start) {
        return stack.tags().stream().anyMatch(tag -> tag.key().startsWith(start));
    }

    private static boolean hasParameter(Stack stack, String startOfValue) {
        return stack.parameters().stream()
                .anyMatch(parameter -> parameter.parameterValue() != null
                        && parameter.parameterValue().startsWith(startOfValue));
    }

    private static boolean hasOutput(Stack stack, String key) {
        return stack.outputs().stream().map(Output::outputKey).anyMatch(key::equals);
    }

    private static boolean exports(Stack stack, String part) {
        return stack.outputs().stream()
                .anyMatch(output ->
                        output.exportName() != null && output.exportName().contains(part));
    }
}
