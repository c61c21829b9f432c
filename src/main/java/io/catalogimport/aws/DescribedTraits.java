package io.catalogimport.aws;

import java.time.temporal.ChronoUnit;
import java.util.List;
import software.amazon.awssdk.services.cloudformation.model.Parameter;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.StackDriftStatus;

/** Reads the traits of a stack from the answer of DescribeStacks, so that they cost no call. */
final class DescribedTraits {
    /**
     * CloudFormation shows asterisks in place of a value with NoEcho. Source: user guide of CloudFormation, parameters. A value
     * of one or two asterisks is more likely a wild card.
     */
    private static final String HIDDEN = "\\*{4,}";

    private DescribedTraits() {}

    static StackTraits of(Stack stack) {
        return new StackTraits(
                stack.enableTerminationProtection(),
                stack.roleARN(),
                stack.lastUpdatedTime() == null ? null : stack.lastUpdatedTime().truncatedTo(ChronoUnit.DAYS),
                stack.driftInformation() != null
                        && stack.driftInformation().stackDriftStatus() == StackDriftStatus.DRIFTED,
                hiddenParameters(stack),
                DeploymentTools.of(stack));
    }

    private static List<String> hiddenParameters(Stack stack) {
        return stack.parameters().stream()
                .filter(parameter -> parameter.parameterValue() != null
                        && parameter.parameterValue().matches(HIDDEN))
                .map(Parameter::parameterKey)
                .sorted()
                .toList();
    }
}
