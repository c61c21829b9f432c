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

    AwsError expired() {
        return expired;
    }
}
