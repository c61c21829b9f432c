package io.catalogimport.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.catalogimport.ledger.MappingState;
import io.catalogimport.ledger.StateCounts;
import io.catalogimport.report.RunOutcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricsApplicationTest {
    private static final String URL = "management.otlp.metrics.export.url";
    private static final Map<String, String> LABELS = Map.of("file", "mappings.csv", "command", "import");
    private static final RunResult DONE = new RunResult(
            RunOutcome.COMPLETE,
            Optional.empty(),
            new StateCounts(Map.of(MappingState.IMPORTED, 7L)),
            List.of(),
            List.of(),
            List.of(),
            List.of());

    @TempDir
    private Path directory = Path.of("");

    @AfterEach
    void forgetTheSetting() {
        System.clearProperty(URL);
    }

    @Test
    void writesTheMetricsFileWithTheLabelsOfTheRun() throws IOException {
        Path file = directory.resolve("catalog_import.prom");

        try (Metering metering = MetricsApplication.start(LABELS, Optional.of(file), Clock.systemUTC())) {
            metering.ended(DONE, true);
        }

        assertThat(Files.readString(file))
                .contains(
                        "catalog_import_rows{command=\"import\",file=\"mappings.csv\",state=\"IMPORTED\"} 7.0",
                        "catalog_import_last_success_timestamp_seconds{command=\"import\",file=\"mappings.csv\"}");
    }

    @Test
    void aStartThatFailsKeepsTheLastSuccess() throws IOException {
        Path file = directory.resolve("catalog_import.prom");
        Files.writeString(
                file,
                "catalog_import_last_success_timestamp_seconds{command=\"import\",file=\"mappings.csv\"} 1.79E9\n");

        try (Metering metering = MetricsApplication.start(LABELS, Optional.of(file), Clock.systemUTC())) {
            metering.ended(DONE, false);
        }

        assertThat(Files.readString(file))
                .contains(
                        "catalog_import_last_success_timestamp_seconds{command=\"import\",file=\"mappings.csv\"} 1.79E9");
    }

    @Test
    void sendsTheLastMetricsToAnOtlpReceiverAtTheEnd() throws IOException, InterruptedException {
        BlockingQueue<String> received = new LinkedBlockingQueue<>();
        HttpServer receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/v1/metrics", exchange -> {
            received.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        receiver.start();
        try {
            System.setProperty(
                    URL,
                    "http://127.0.0.1:%d/v1/metrics"
                            .formatted(receiver.getAddress().getPort()));

            try (Metering metering = MetricsApplication.start(LABELS, Optional.empty(), Clock.systemUTC())) {
                metering.ended(DONE, true);
            }

            assertThat(received.poll(10, TimeUnit.SECONDS))
                    .contains("catalog.import.rows", "catalog.import.last.success.timestamp", "mappings.csv");
        } finally {
            receiver.stop(0);
        }
    }

    @Test
    void doesNotWaitLongForAReceiverThatDoesNotAnswer() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            System.setProperty(URL, "http://127.0.0.1:%d/v1/metrics".formatted(silent.getLocalPort()));
            Metering metering = MetricsApplication.start(LABELS, Optional.empty(), Clock.systemUTC());

            await().atMost(Duration.ofSeconds(5)).until(() -> {
                metering.close();
                return true;
            });
        }
    }
}
