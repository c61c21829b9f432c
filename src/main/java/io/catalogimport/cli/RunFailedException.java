package io.catalogimport.cli;

/** The run ended with an error, which is the cause. */
final class RunFailedException extends RuntimeException {
    RunFailedException(Throwable cause) {
        super(cause);
    }
}
