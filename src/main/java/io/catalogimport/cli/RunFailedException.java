package io.catalogimport.cli;

import java.nio.file.Path;

/** The run ended with an error, which is the cause; what it had done by then stands in the results. */
final class RunFailedException extends RuntimeException {
    private final Path results;

    RunFailedException(Throwable cause, Path results) {
        super(cause);
        this.results = results;
    }

    Path results() {
        return results;
    }
}
