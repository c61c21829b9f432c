package io.catalogimport.aws;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the description of a stack says besides its status, as far as it matters after an import.
 *
 * @param terminationProtection null if CloudFormation does not say
 * @param roleArn the service role that CloudFormation uses for this stack; null if it uses the caller's rights
 * @param updatedOn the beginning of the day of the last update, so that many stacks are alike; null if there was none
 * @param drifted whether the last drift detection has found a drift
 * @param hiddenParameters the names of the parameters whose values CloudFormation does not show (NoEcho)
 * @param tools what else seems to deploy the stack
 */
public record StackTraits(
        @Nullable Boolean terminationProtection,
        @Nullable String roleArn,
        @Nullable Instant updatedOn,
        boolean drifted,
        List<String> hiddenParameters,
        List<String> tools) {
    /** Nothing is known of the stack. */
    public static final StackTraits UNKNOWN = new StackTraits(null, null, null, false, List.of(), List.of());

    public StackTraits {
        hiddenParameters = List.copyOf(hiddenParameters);
        tools = List.copyOf(tools);
    }
}
