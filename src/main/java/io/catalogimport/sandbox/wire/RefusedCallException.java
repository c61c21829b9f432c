package io.catalogimport.sandbox.wire;

/** The refusal of a request, in AWS's terms; the service's protocol gives it its form. */
public final class RefusedCallException extends RuntimeException {
    private final String code;
    private final int status;

    public RefusedCallException(String code, int status, String message) {
        super(message);
        this.code = code;
        this.status = status;
    }

    public String code() {
        return code;
    }

    public int status() {
        return status;
    }

    public String message() {
        return String.valueOf(getMessage());
    }
}
