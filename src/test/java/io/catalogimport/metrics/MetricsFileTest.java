package io.catalogimport.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.catalogimport.ledger.StateCounts;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricsFileTest {
    private static final Map<String, String> LABELS = Map.of("file", "a \"b\".csv", "command", "plan");

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final RunMeters meters;

    MetricsFileTest() {
        LABELS.forEach((name, value) -> registry.config().commonTags(name, value));
        meters = new RunMeters(registry);
    }

    @TempDir
    private Path directory = Path.of("");

    @Test
    void hasWhatTheProgramCounts() throws IOException {
        meters.active(3);

        write();

        assertThat(Files.readString(file())).contains("# TYPE catalog_import_lanes gauge", "state=\"active\"} 3.0");
    }

    @Test
    void leavesNothingElseBehindAndCanBeReadByOtherUsers() throws IOException {
        write();

        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).containsExactly(file());
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-r--r--");
    }

    @Test
    void remembersTheLastSuccessOfAnEarlierStart() {
        meters.succeeded(Instant.ofEpochSecond(1_790_000_123));
        write();

        assertThat(metricsFile().lastSuccess(LABELS)).contains(Instant.ofEpochSecond(1_790_000_123));
    }

    @Test
    void doesNotTakeTheSuccessOfAPlanForThatOfAnImport() {
        meters.succeeded(Instant.ofEpochSecond(1_790_000_123));
        write();

        assertThat(metricsFile().lastSuccess(Map.of("file", "a \"b\".csv", "command", "import")))
                .isEmpty();
    }

    @Test
    void knowsNoLastSuccessWithoutAFileAndInAForeignOne() throws IOException {
        assertThat(metricsFile().lastSuccess(LABELS)).isEmpty();

        Files.write(file(), new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});

        assertThat(metricsFile().lastSuccess(LABELS)).isEmpty();
    }

    @Test
    void staysAsItWasWhenAStartSawNoRows() throws IOException {
        Files.writeString(file(), "of the last start");

        metricsFile().close();

        assertThat(file()).hasContent("of the last start");
    }

    @Test
    void failsNothingWhereItCannotBeWritten() {
        assertThatCode(() -> {
                    try (MetricsFile nowhere = new MetricsFile(directory.resolve("none/x.prom"), registry)) {
                        nowhere.keepFresh();
                    }
                })
                .doesNotThrowAnyException();
    }

    private void write() {
        meters.rows(new StateCounts(Map.of()), Set.of());
        metricsFile().close();
    }

    private MetricsFile metricsFile() {
        return new MetricsFile(file(), registry);
    }

    private Path file() {
        return directory.resolve("catalog_import.prom");
    }
}
