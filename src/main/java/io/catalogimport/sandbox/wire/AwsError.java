package io.catalogimport.sandbox.wire;

/** AWS's error codes with their HTTP statuses. JSON and Query services name the same mistake differently. */
public enum AwsError {
    ACCESS_DENIED("AccessDenied", 403),
    ACCESS_DENIED_EXCEPTION("AccessDeniedException", 400),
    ALREADY_EXISTS("AlreadyExistsException", 400),
    AUTHORIZATION_HEADER_MALFORMED("AuthorizationHeaderMalformed", 400),
    BUCKET_ALREADY_EXISTS("BucketAlreadyExists", 409),
    DUPLICATE_RESOURCE("DuplicateResourceException", 400),
    EXPIRED_TOKEN("ExpiredToken", 403),
    EXPIRED_TOKEN_EXCEPTION("ExpiredTokenException", 400),
    INCOMPLETE_SIGNATURE("IncompleteSignature", 400),
    INCOMPLETE_SIGNATURE_EXCEPTION("IncompleteSignatureException", 400),
    INTERNAL_ERROR("InternalError", 500),
    INTERNAL_FAILURE("InternalFailure", 500),
    INVALID_ACTION("InvalidAction", 400),
    INVALID_PARAMETERS("InvalidParametersException", 400),
    INVALID_REQUEST("InvalidRequest", 400),
    INVALID_SIGNATURE_EXCEPTION("InvalidSignatureException", 400),
    INVALID_STATE("InvalidStateException", 400),
    LIMIT_EXCEEDED("LimitExceededException", 400),
    MALFORMED_INPUT("MalformedInput", 400),
    METHOD_NOT_ALLOWED("MethodNotAllowed", 405),
    MISSING_AUTHENTICATION_TOKEN("MissingAuthenticationToken", 403),
    MISSING_AUTHENTICATION_TOKEN_EXCEPTION("MissingAuthenticationTokenException", 400),
    NO_SUCH_BUCKET("NoSuchBucket", 404),
    NO_SUCH_KEY("NoSuchKey", 404),
    REQUEST_TIME_TOO_SKEWED("RequestTimeTooSkewed", 403),
    RESOURCE_NOT_FOUND("ResourceNotFoundException", 400),
    SERIALIZATION("SerializationException", 400),
    SERVICE_UNAVAILABLE("ServiceUnavailable", 503),
    SIGNATURE_DOES_NOT_MATCH("SignatureDoesNotMatch", 403),
    SLOW_DOWN("SlowDown", 503),
    THROTTLING("Throttling", 400),
    THROTTLING_EXCEPTION("ThrottlingException", 400),
    UNKNOWN_OPERATION("UnknownOperationException", 400),
    VALIDATION_ERROR("ValidationError", 400),
    VALIDATION_EXCEPTION("ValidationException", 400);

    private final String code;
    private final int status;

    AwsError(String code, int status) {
        this.code = code;
        this.status = status;
    }

    public RefusedCallException because(String message) {
        return new RefusedCallException(code, status, message);
    }
}
