package io.catalogimport.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** What every command that uses the database has: where the embedded one is, and how much is logged. */
final class StateMixin {
    @Option(
            names = "--state-dir",
            paramLabel = "DIR",
            defaultValue = ".catalog-import",
            description = "Where the embedded database keeps its data when SPRING_DATASOURCE_URL is not set"
                    + " (default: ${DEFAULT-VALUE}).")
    private Path stateDirectory = Path.of("");

    @Option(names = "--debug", description = "Log everything, with stack traces, to stderr.")
    private boolean debug;

    Path stateDirectory() {
        return stateDirectory;
    }

    boolean debug() {
        return debug;
    }
}
