package io.catalogimport.aws;

import io.catalogimport.aws.AwsBusyException.Reason;

/** What the gateways throw, as the classification of AWS's errors makes it. */
public final class AwsFailures {
    private AwsFailures() {}

    public static AwsRefusedException refused(String code) {
        return new AwsRefusedException(
                "AWS answered " + code + " to an operation: no (request id req-1)", code, "req-1", null);
    }

    public static AwsAccessException accessDenied() {
        return new AwsAccessException("AWS answered AccessDenied", "AccessDenied", "req-1", null);
    }

    public static RoleNotAssumedException roleNotAssumed() {
        return new RoleNotAssumedException("444455556666", accessDenied());
    }

    public static AwsBusyException unavailable() {
        return busy(Reason.UNAVAILABLE, "ApiCallTimeoutException");
    }

    public static AwsBusyException throttled() {
        return busy(Reason.THROTTLED, "ThrottlingException");
    }

    public static AwsBusyException operationInProgress() {
        return busy(Reason.OPERATION_IN_PROGRESS, "InvalidStateException");
    }

    private static AwsBusyException busy(Reason reason, String code) {
        return new AwsBusyException(reason, "AWS answered " + code, code, null, null);
    }
}
