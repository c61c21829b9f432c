package io.catalogimport.sandbox.seed;

/** A seed cannot be used; the message names the file and the key. */
public final class SeedException extends RuntimeException {
    SeedException(String message) {
        super(message);
    }
}
