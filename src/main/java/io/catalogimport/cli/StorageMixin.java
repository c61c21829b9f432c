package io.catalogimport.cli;

import java.nio.file.Path;
import java.time.Duration;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The mapping file, and where what is known of it is kept. */
final class StorageMixin {
    @Parameters(index = "0", paramLabel = "FILE", description = "Mapping file: CSV with a header.")
    private Path file = Path.of("");

    @Option(
            names = "--results",
            paramLabel = "DIR",
            defaultValue = "results",
            description = "Where the results are written (default: ${DEFAULT-VALUE}).")
    private Path results = Path.of("");

    @Option(
            names = "--state-dir",
            paramLabel = "DIR",
            defaultValue = ".catalog-import",
            description = "Where the embedded database keeps its data when SPRING_DATASOURCE_URL is not set"
                    + " (default: ${DEFAULT-VALUE}).")
    private Path stateDirectory = Path.of("");

    @Option(
            names = "--wait",
            paramLabel = "DURATION",
            defaultValue = "0s",
            converter = DurationConverter.class,
            description = "How long to wait for another process that has the file or one of its lanes. With --shared,"
                    + " also how long a worker without work stands by to take over lanes (default: not at all; with"
                    + " --shared, half a minute). Example: --wait 30m")
    private Duration lockWait = Duration.ZERO;

    @Option(names = "--debug", description = "Log everything, with stack traces, to stderr.")
    private boolean debug;

    @Option(
            names = "--log-format",
            paramLabel = "text|json",
            defaultValue = "text",
            description = "What a log line is: text, or JSON in the Elastic Common Schema. With json, a terminal shows"
                    + " log lines too (default: ${DEFAULT-VALUE}).")
    private LogFormat logFormat = LogFormat.TEXT;

    Path file() {
        return file;
    }

    Path results() {
        return results;
    }

    Path stateDirectory() {
        return stateDirectory;
    }

    Duration lockWait() {
        return lockWait;
    }

    Console console() {
        return Console.of(debug, logFormat);
    }
}
