package io.catalogimport.launch;

import io.catalogimport.run.RunOptions;
import io.catalogimport.run.RunProgress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.StandardEnvironment;

/** What counts the work of a process. It stays the same when the run goes on after an outage. */
public interface Metering extends AutoCloseable {
    /**
     * The metrics that the user or Spring Boot's settings ask for, if any.
     *
     * @param file the metrics file that is kept, if one is wanted
     */
    static Metering of(RunOptions options, Optional<Path> file, Clock clock) {
        boolean isWanted =
                file.isPresent() || new StandardEnvironment().containsProperty("management.otlp.metrics.export.url");
        return isWanted ? MetricsApplication.start(labels(options), file, clock) : OFF;
    }

    /** Two mapping files on one machine have two metrics files, and no two of these may have the same series. */
    private static Map<String, String> labels(RunOptions options) {
        return Map.of(
                "file", String.valueOf(options.file().path().getFileName()),
                "command", options.command().name().toLowerCase(Locale.ROOT));
    }

    /** Nobody wants metrics. Micrometer's registries and the package metrics are not even loaded. */
    Metering OFF = new Metering() {};

    /** Counts what this is told, and passes it on. */
    default RunProgress counting(RunProgress progress) {
        return progress;
    }

    /** Gives the application of the run what it counts with. */
    default void into(GenericApplicationContext application) {}

    /**
     * A start has ended without an error.
     *
     * @param isSuccess whether its exit code is 0
     */
    default void ended(RunResult result, boolean isSuccess) {}

    /** Hands over the last numbers. Receivers that do not answer are not waited for. */
    @Override
    default void close() {}
}
