package io.catalogimport.job;

import static io.catalogimport.job.JobScene.stack;
import static org.assertj.core.api.Assertions.assertThat;

import io.catalogimport.aws.FakeTime;
import io.catalogimport.database.PostgresDatabase;
import io.catalogimport.launch.LedgerVisits;
import io.catalogimport.launch.OperatorDesk;
import io.catalogimport.ledger.MappingState;
import io.catalogimport.mapping.MappingFile;
import io.catalogimport.run.RunCommand;
import io.catalogimport.run.StopRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.TimeZone;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.batch.core.job.JobExecutionException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Results that are written after a start say how that start ended. */
class LaterReportIT {
    @RegisterExtension
    static final PostgresDatabase DATABASE = new PostgresDatabase();

    @TempDir
    private Path directory = Path.of("");

    @Test
    void afterAPlan() throws Exception {
        try (JobScene scene = JobScene.with(DATABASE, directory, stack("a"))) {
            scene.maps("a").command = RunCommand.PLAN;
            scene.run();

            JsonNode summary = later(scene);

            assertThat(summary.path("outcome").asString()).isEqualTo("PLANNED");
            assertThat(summary.path("command").asString()).isEqualTo("plan");
            assertThat(html(scene)).contains("1 of 1 row can be imported now", "found nothing that blocks");
        }
    }

    @Test
    void afterTheLimit() throws Exception {
        try (JobScene scene = JobScene.with(DATABASE, directory, stack("a"), stack("b"))) {
            scene.maps("a").maps("b").limit = Optional.of(1);
            scene.run();

            assertThat(later(scene).path("outcome").asString()).isEqualTo("LIMIT_REACHED");
        }
    }

    @Test
    void afterAStop() throws Exception {
        try (JobScene scene = JobScene.with(DATABASE, directory, stack("a"), stack("b"))) {
            scene.maps("a").maps("b");
            scene.progress.whenStarted = entry -> scene.progress.stop.request();
            scene.run();

            assertThat(later(scene).path("outcome").asString()).isEqualTo("STOPPED");
        }
    }

    @Test
    void withTheTimesOfThatStartInWhateverZone() throws Exception {
        TimeZone zone = TimeZone.getDefault();
        try (JobScene scene = JobScene.with(DATABASE, directory, stack("a"))) {
            scene.maps("a").command = RunCommand.PLAN;
            scene.run();
            scene.time.advance(Duration.ofHours(1));
            takeOneMinute();
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));

            JsonNode summary = later(scene);

            assertThat(Instant.parse(summary.path("startedAt").asString())).isEqualTo(FakeTime.START.plusSeconds(1));
            assertThat(Instant.parse(summary.path("finishedAt").asString())).isEqualTo(FakeTime.START.plusSeconds(61));
        } finally {
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void afterAKillThereIsNoOutcome() throws Exception {
        try (JobScene scene = JobScene.with(DATABASE, directory, stack("a"), stack("b"))) {
            scene.maps("a").maps("b").limit = Optional.of(1);
            scene.run();
            die();

            JsonNode summary = later(scene);

            assertThat(summary.path("outcome").isNull()).isTrue();
            assertThat(summary.path("finishedAt").isNull()).isTrue();
            assertThat(summary.path("died").asBoolean()).isTrue();
            assertThat(html(scene)).contains("The program did not end by itself: it was killed");
        }
    }

    @Test
    void afterAnOperatorsWord() throws Exception {
        try (JobScene scene = JobScene.with(DATABASE, directory, stack("a", "import: hang"), stack("b"))) {
            scene.maps("a").maps("b").limit = Optional.of(1);
            scene.run();
            String outcome = summary(scene).path("outcome").asString();
            String startedAt = summary(scene).path("startedAt").asString();
            scene.time.advance(Duration.ofHours(1));

            scene.resolve(2, MappingState.IMPORTED);

            assertThat(outcome).isEqualTo("LANE_BLOCKED");
            assertThat(summary(scene).path("outcome").asString()).isEqualTo(outcome);
            assertThat(startedAt).isNotEqualTo(FakeTime.START.toString());
            assertThat(summary(scene).path("command").asString()).isEqualTo("import");
        }
    }

    /** Otherwise the results of before stay there, and nothing writes them again. */
    @Test
    void afterAnImportThatEndedWhileTheReportWasWritten() throws Exception {
        System.setProperty("spring.datasource.url", DATABASE.jdbcUrl());
        try (JobScene scene = JobScene.with(DATABASE, directory, stack("a"), stack("b"))) {
            scene.maps("a").maps("b").limit = Optional.of(1);
            scene.run();
            AtomicBoolean hasRun = new AtomicBoolean();
            Clock clock = onFirstUse(hasRun, scene);

            new OperatorDesk(LedgerVisits.to(directory, scene.time, new StopRequest()), clock)
                    .report(MappingFile.open(directory.resolve("mappings.csv")), scene.results());

            assertThat(hasRun).isTrue();
            assertThat(summary(scene).path("outcome").asString()).isEqualTo("COMPLETE");
        } finally {
            System.clearProperty("spring.datasource.url");
        }
    }

    /** A clock at whose first use another process imports the rest. */
    private static Clock onFirstUse(AtomicBoolean hasRun, JobScene scene) {
        InstantSource source = () -> {
            if (!hasRun.getAndSet(true)) {
                scene.limit = Optional.empty();
                // Another thread, as the report's transaction belongs to this one.
                CompletableFuture.runAsync(() -> importRest(scene)).join();
            }
            return scene.time.instant();
        };
        return source.withZone(ZoneOffset.UTC);
    }

    private static void importRest(JobScene scene) {
        try {
            scene.run();
        } catch (IOException | JobExecutionException e) {
            throw new AssertionError(e);
        }
    }

    private static void takeOneMinute() {
        DATABASE.jdbc()
                .sql("update batch_job_execution set end_time = start_time + interval '1 minute'")
                .update();
    }

    /** As Spring Batch's tables are after kill -9. */
    private static void die() {
        DATABASE.jdbc().sql("delete from batch_step_execution_context").update();
        DATABASE.jdbc().sql("delete from batch_step_execution").update();
        DATABASE.jdbc()
                .sql("update batch_job_execution set status = 'STARTED', exit_code = 'UNKNOWN', end_time = null")
                .update();
    }

    private static JsonNode later(JobScene scene) throws IOException {
        scene.report();
        return summary(scene);
    }

    private static JsonNode summary(JobScene scene) throws IOException {
        return JsonMapper.shared().readTree(Files.readString(scene.results().resolve("summary.json")));
    }

    private static String html(JobScene scene) throws IOException {
        return Files.readString(scene.results().resolve("report.html"));
    }
}
