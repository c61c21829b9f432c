package io.catalogimport.sandbox.wire;

/** A member is of another type than the service's model says, so that it cannot even be checked. */
final class MalformedMemberException extends RuntimeException {
    MalformedMemberException(String path, String expected) {
        super("Member '" + path + "' is not " + expected);
    }
}
