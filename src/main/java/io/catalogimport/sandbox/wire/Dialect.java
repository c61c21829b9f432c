package io.catalogimport.sandbox.wire;

/** How a protocol names the mistakes that are the same in every service. */
public enum Dialect {
    JSON(
            AwsError.VALIDATION_EXCEPTION,
            AwsError.SERIALIZATION,
            AwsError.MISSING_AUTHENTICATION_TOKEN_EXCEPTION,
            AwsError.INCOMPLETE_SIGNATURE_EXCEPTION,
            AwsError.INVALID_SIGNATURE_EXCEPTION,
            AwsError.EXPIRED_TOKEN_EXCEPTION),
    QUERY(
            AwsError.VALIDATION_ERROR,
            AwsError.MALFORMED_INPUT,
            AwsError.MISSING_AUTHENTICATION_TOKEN,
            AwsError.INCOMPLETE_SIGNATURE,
            AwsError.SIGNATURE_DOES_NOT_MATCH,
            AwsError.EXPIRED_TOKEN),
    REST_XML(
            AwsError.INVALID_REQUEST,
            AwsError.INVALID_REQUEST,
            AwsError.ACCESS_DENIED,
            AwsError.AUTHORIZATION_HEADER_MALFORMED,
            AwsError.AUTHORIZATION_HEADER_MALFORMED,
            AwsError.EXPIRED_TOKEN);

    private final AwsError invalid;
    private final AwsError malformed;
    private final AwsError unsigned;
    private final AwsError garbledSignature;
    private final AwsError wrongScope;
    private final AwsError expired;

    Dialect(
            AwsError invalid,
            AwsError malformed,
            AwsError unsigned,
            AwsError garbledSignature,
            AwsError wrongScope,
            AwsError expired) {
        this.invalid = invalid;
        this.malformed = malformed;
        this.unsigned = unsigned;
        this.garbledSignature = garbledSignature;
        this.wrongScope = wrongScope;
        this.expired = expired;
    }

    /** A member breaks a constraint of the service's model. */
    public AwsError invalid() {
        return invalid;
    }

    /** A member is of another type than the model says. */
    AwsError malformed() {
        return malformed;
    }

    AwsError unsigned() {
        return unsigned;
    }

    AwsError garbledSignature() {
        return garbledSignature;
    }

    AwsError wrongScope() {
        return wrongScope;
    }

    public AwsError expired() {
        return expired;
    }

    /** There were too many requests. */
    public RefusedCallException throttled() {
        return switch (this) {
            case JSON -> AwsError.THROTTLING_EXCEPTION.because("Rate exceeded");
            case QUERY -> AwsError.THROTTLING.because("Rate exceeded");
            case REST_XML -> AwsError.SLOW_DOWN.because("Please reduce your request rate.");
        };
    }

    /** The service itself failed. */
    public RefusedCallException failed() {
        AwsError error = this == REST_XML ? AwsError.INTERNAL_ERROR : AwsError.INTERNAL_FAILURE;
        return error.because("We encountered an internal error. Please try again.");
    }

    /** The caller has no right to the operation. */
    public AwsError denied() {
        return this == JSON ? AwsError.ACCESS_DENIED_EXCEPTION : AwsError.ACCESS_DENIED;
    }

    /** The request was signed at another time than the service's clock shows. */
    public AwsError skewed() {
        return this == REST_XML ? AwsError.REQUEST_TIME_TOO_SKEWED : wrongScope;
    }
}
