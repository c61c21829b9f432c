package io.catalogimport.aws;

import io.catalogimport.aws.AwsBusyException.Reason;

/** What the gateways throw, as the classification of AWS's errors makes it. */
public final class AwsFailures {
    private AwsFailures() {}

    public static AwsRefusedException refused(String code) {
        return new AwsRefusedException(
                "AWS answered " + code + " to an operation: no (request id req-1)", code, "req-1", null);
    }

    public static AwsRefusedException refused(String code, String words) {
        return new AwsRefusedException(
                "AWS answered " + code + " to an operation: " + words + " (request id req-1)", code, "req-1", null);
    }

    public static AwsDeniedException accessDenied() {
        return new AwsDeniedException("AWS answered AccessDenied", "AccessDenied", "req-1", null);
    }

    public static AwsCredentialsException expired() {
        return new AwsCredentialsException("AWS answered ExpiredToken", "ExpiredToken", "req-1", null);
    }

    public static LaneClosedException roleNotAssumed() {
        return LaneClosedException.roleNotAssumed(new Lane("aws", "444455556666", "eu-central-1"), accessDenied());
    }

    public static LaneClosedException regionNotEnabled() {
        return LaneClosedException.regionNotEnabled(
                new Lane("aws", "111122223333", "me-south-1"), refused("OptInRequired"));
    }

    public static AwsBusyException unavailable() {
        return busy(Reason.UNAVAILABLE, "ApiCallTimeoutException");
    }

    public static AwsBusyException notConnected() {
        return busy(Reason.NOT_CONNECTED, "SdkClientException");
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
