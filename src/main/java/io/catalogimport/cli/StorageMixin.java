package io.catalogimport.cli;

import java.nio.file.Path;
import java.time.Duration;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The mapping file, and where what is known of it is kept. */
final class StorageMixin {
    @Mixin
    private ResultsMixin files = new ResultsMixin();

    @Mixin
    private StateMixin state = new StateMixin();

    @Option(
            names = "--wait",
            paramLabel = "DURATION",
            defaultValue = "0s",
            converter = DurationConverter.class,
            description = "How long to wait for another process that has the file or one of its lanes. With --shared,"
                    + " also how long a worker without work stands by to take over lanes (default: not at all; with"
                    + " --shared, half a minute). Example: --wait 30m")
    private Duration lockWait = Duration.ZERO;

    @Option(
            names = "--log-format",
            paramLabel = "text|json",
            defaultValue = "text",
            description = "What a log line is: text, or JSON in the Elastic Common Schema. With json, a terminal shows"
                    + " log lines too (default: ${DEFAULT-VALUE}).")
    private LogFormat logFormat = LogFormat.TEXT;

    Path file() {
        return files.file();
    }

    Path results() {
        return files.results();
    }

    Path stateDirectory() {
        return state.stateDirectory();
    }

    Duration lockWait() {
        return lockWait;
    }

    Console console() {
        return Console.of(state.debug(), logFormat);
    }
}
