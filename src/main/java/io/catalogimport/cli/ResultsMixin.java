package io.catalogimport.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A mapping file, and where its results go. */
final class ResultsMixin {
    @Parameters(index = "0", paramLabel = "FILE", description = "Mapping file: CSV with a header.")
    private Path file = Path.of("");

    @Option(
            names = "--results",
            paramLabel = "DIR",
            defaultValue = "results",
            description = "Where the results are written (default: ${DEFAULT-VALUE}).")
    private Path results = Path.of("");

    Path file() {
        return file;
    }

    Path results() {
        return results;
    }
}
