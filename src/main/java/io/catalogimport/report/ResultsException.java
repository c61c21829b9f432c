package io.catalogimport.report;

import java.io.IOException;
import java.nio.file.Path;

/** A result file cannot be written. What the ledger knows is not touched by that. */
public final class ResultsException extends RuntimeException {
    ResultsException(Path path, IOException cause) {
        super(
                "The results cannot be written to %s: %s. Free the place or name another directory with --results, then run again."
                        .formatted(path, cause),
                cause);
    }

    private ResultsException(String message, Throwable cause) {
        super(message, cause);
    }

    /** A file that discover writes. */
    static ResultsException ofOut(Path file, Exception cause) {
        Throwable reason = cause instanceof ResultsException && cause.getCause() != null ? cause.getCause() : cause;
        return new ResultsException(
                "%s cannot be written: %s. Free the place or name another file with --out, then run again."
                        .formatted(file, reason),
                cause);
    }
}
