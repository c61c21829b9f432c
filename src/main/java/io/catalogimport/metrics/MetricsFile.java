package io.catalogimport.metrics;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file of {@code --metrics-file}, for the text-file collector of Prometheus's node_exporter. It is replaced as a whole every
 * minute and at the end, and never fails a run: a problem is said once.
 */
public final class MetricsFile implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(MetricsFile.class);
    private static final long BETWEEN = 60;

    private static final Pattern LAST_SUCCESS =
            Pattern.compile("catalog_import_last_success_timestamp_seconds(?:\\{(.*)})? ([0-9.E+]+)");
    private static final String ROWS = "catalog.import.rows";

    private final Path file;
    private final PrometheusMeterRegistry registry;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "metrics-file");
        thread.setDaemon(true);
        return thread;
    });
    private boolean isTroubleSaid;

    public MetricsFile(Path file, PrometheusMeterRegistry registry) {
        this.file = file;
        this.registry = registry;
    }

    /**
     * The last success that an earlier start has written here. A start that fails must not make it forgotten.
     *
     * @param labels those of this process: the success of another command or file is none of this one
     */
    public Optional<Instant> lastSuccess(Map<String, String> labels) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.map(LAST_SUCCESS::matcher)
                    .filter(line -> line.matches() && hasAll(labels, String.valueOf(line.group(1))))
                    .map(line -> Instant.ofEpochSecond((long) Double.parseDouble(line.group(2))))
                    .findFirst();
        } catch (IOException | RuntimeException e) {
            log.debug("There is no earlier metrics file that can be read", e);
            return Optional.empty();
        }
    }

    private static boolean hasAll(Map<String, String> labels, String written) {
        return labels.entrySet().stream()
                .allMatch(label -> written.contains(label.getKey() + "=\"" + escaped(label.getValue()) + '"'));
    }

    /** As in Prometheus's text format. */
    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }

    /** Writes the file now and again every minute. */
    public void keepFresh() {
        var unused = timer.scheduleWithFixedDelay(this::write, 0, BETWEEN, TimeUnit.SECONDS);
    }

    /** A start that never saw the rows, as one that finds its file paused, leaves what the last one wrote. */
    private synchronized void write() {
        if (registry.find(ROWS).meters().isEmpty()) {
            return;
        }
        try {
            replace();
        } catch (IOException e) {
            if (!isTroubleSaid) {
                log.warn("The metrics file {} cannot be written: {}. The run goes on without it.", file, e.toString());
                isTroubleSaid = true;
            }
        }
    }

    /** The collector runs as another user and may look at any moment: the file gets its name when others can read it. */
    private void replace() throws IOException {
        Path unfinished = file.resolveSibling(".%s.%d.tmp"
                .formatted(file.getFileName(), ProcessHandle.current().pid()));
        try {
            Files.deleteIfExists(unfinished);
            try (OutputStream out = Files.newOutputStream(unfinished, StandardOpenOption.CREATE_NEW)) {
                registry.scrape(out);
            }
            if (Files.getFileAttributeView(unfinished, PosixFileAttributeView.class) != null) {
                Files.setPosixFilePermissions(unfinished, PosixFilePermissions.fromString("rw-r--r--"));
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    /** Writes the file for the last time. */
    @Override
    public void close() {
        timer.shutdown();
        write();
    }
}
