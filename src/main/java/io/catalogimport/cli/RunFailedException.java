package io.catalogimport.cli;

import io.catalogimport.report.ResultsException;
import io.catalogimport.run.LockedException;
import java.nio.file.Path;

/** The run ended with an error, which is the cause; what it had done by then stands in the results. */
final class RunFailedException extends RuntimeException {
    private final Path results;

    RunFailedException(Throwable cause, Path results) {
        super(cause);
        this.results = results;
    }

    /** Whether it left results: one that was kept from beginning, or that could not write them, did not. */
    boolean hasResults() {
        return !(getCause() instanceof LockedException) && !(getCause() instanceof ResultsException);
    }

    Path results() {
        return results;
    }
}
