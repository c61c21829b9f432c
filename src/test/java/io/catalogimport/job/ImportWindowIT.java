package io.catalogimport.job;

import static io.catalogimport.job.JobScene.stack;
import static org.assertj.core.api.Assertions.assertThat;

import io.catalogimport.database.PostgresDatabase;
import io.catalogimport.report.RunOutcome;
import io.catalogimport.run.ImportWindow;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Nothing begins outside the window, however often the program is started. */
class ImportWindowIT {
    @RegisterExtension
    static final PostgresDatabase DATABASE = new PostgresDatabase();

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final ImportWindow UNTIL_SIX =
            new ImportWindow(Optional.empty(), Optional.of(LocalTime.of(6, 0)), BERLIN);
    private static final ImportWindow NIGHT =
            new ImportWindow(Optional.of(LocalTime.of(1, 0)), Optional.of(LocalTime.of(6, 0)), BERLIN);

    private final Path directory;

    ImportWindowIT(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void aRetryAfterTheEndImportsNothingAndTheNextNightGoesOn() throws Exception {
        try (JobScene scene = JobScene.with(DATABASE, directory, stack("a"), stack("b"))) {
            scene.maps("a").maps("b").window = UNTIL_SIX;
            scene.limit = Optional.of(1);
            startAt(scene, "2026-03-02T01:00");
            scene.limit = Optional.empty();

            assertThat(startAt(scene, "2026-03-02T06:05")).isEqualTo(RunOutcome.TIME_LIMIT_REACHED);
            assertThat(startAt(scene, "2026-03-02T06:10")).isEqualTo(RunOutcome.TIME_LIMIT_REACHED);
            assertThat(startAt(scene, "2026-03-02T16:00")).isEqualTo(RunOutcome.TIME_LIMIT_REACHED);
            assertThat(scene.importsAskedFor()).containsExactly("a");
            assertThat(startAt(scene, "2026-03-03T01:00")).isEqualTo(RunOutcome.COMPLETE);

            assertThat(scene.progress.notes)
                    .startsWith("Nothing begins after 2026-03-02 06:00 Europe/Berlin (in 5 h 0 min).")
                    .contains(
                            "Nothing begins now: the window of --until 06:00 ended at 2026-03-02 06:00 Europe/Berlin. A"
                                    + " start at 2026-03-02 18:00 Europe/Berlin or later counts as a new window. Use --from to say"
                                    + " when the window opens.")
                    .endsWith("Nothing begins after 2026-03-03 06:00 Europe/Berlin (in 5 h 0 min).");
        }
    }

    @Test
    void aRetryAfterTheEndForgetsNoReason() throws Exception {
        try (JobScene scene = JobScene.with(DATABASE, directory, stack("a", "import: fail"), stack("b"))) {
            scene.maps("a").maps("missing").maps("b").window = UNTIL_SIX;
            startAt(scene, "2026-03-02T01:00");
            List<String> night = scene.states();
            String reason = scene.message(2);

            RunOutcome retry = startAt(scene, "2026-03-02T06:05");

            assertThat(retry).isEqualTo(RunOutcome.TIME_LIMIT_REACHED);
            assertThat(night.get(0)).startsWith("FAILED ");
            assertThat(night.get(1)).isEqualTo("REJECTED STACK_NOT_FOUND");
            assertThat(scene.states()).isEqualTo(night);
            assertThat(scene.message(2)).isEqualTo(reason);
        }
    }

    @Test
    void anEditedFileIsInTheSameWindow() throws Exception {
        try (JobScene scene = JobScene.with(DATABASE, directory, stack("a"), stack("b"))) {
            scene.maps("a").window = UNTIL_SIX;
            startAt(scene, "2026-03-02T01:00");

            scene.maps("b");

            assertThat(startAt(scene, "2026-03-02T06:05")).isEqualTo(RunOutcome.TIME_LIMIT_REACHED);
            assertThat(scene.importsAskedFor()).containsExactly("a");
        }
    }

    @Test
    void aRetryBeforeTheEndIsInTheSameWindow() throws Exception {
        try (JobScene scene = JobScene.with(DATABASE, directory, stack("a"), stack("b"))) {
            scene.maps("a").maps("b").window = UNTIL_SIX;
            scene.limit = Optional.of(1);
            startAt(scene, "2026-03-02T01:00");
            startAt(scene, "2026-03-02T05:59");

            assertThat(scene.importsAskedFor()).containsExactly("a", "b");
        }
    }

    /** The window is longer than the hours between its end and the next start. */
    @Test
    void aLongNightIsFollowedByTheNextOne() throws Exception {
        try (JobScene scene = JobScene.with(DATABASE, directory, stack("a"), stack("b"))) {
            scene.maps("a").maps("b").window = UNTIL_SIX;
            scene.limit = Optional.of(1);
            startAt(scene, "2026-03-01T17:00");
            scene.limit = Optional.empty();

            assertThat(startAt(scene, "2026-03-02T06:05")).isEqualTo(RunOutcome.TIME_LIMIT_REACHED);
            assertThat(startAt(scene, "2026-03-02T17:00")).isEqualTo(RunOutcome.COMPLETE);
        }
    }

    @Test
    void nothingBeginsBeforeTheWindowOpensOrAfterItCloses() throws Exception {
        try (JobScene scene = JobScene.with(DATABASE, directory, stack("a"))) {
            scene.maps("a").window = NIGHT;

            assertThat(startAt(scene, "2026-03-02T00:55")).isEqualTo(RunOutcome.TIME_LIMIT_REACHED);
            assertThat(startAt(scene, "2026-03-02T06:00")).isEqualTo(RunOutcome.TIME_LIMIT_REACHED);
            assertThat(scene.operations()).doesNotContain("ImportAsProvisionedProduct");
            assertThat(startAt(scene, "2026-03-03T01:00")).isEqualTo(RunOutcome.COMPLETE);

            assertThat(scene.progress.notes)
                    .containsExactly(
                            "Nothing begins now: the window opens at 2026-03-02 01:00 Europe/Berlin (in 5 min).",
                            "Nothing begins now: the window opens at 2026-03-03 01:00 Europe/Berlin (in 19 h 0 min).",
                            "Nothing begins after 2026-03-03 06:00 Europe/Berlin (in 5 h 0 min).");
        }
    }

    @Test
    void theShorterOfTwoLimitsHolds() throws Exception {
        try (JobScene scene = JobScene.with(DATABASE, directory, stack("a"))) {
            scene.maps("a").window = NIGHT;
            scene.endBy = Optional.of(Instant.parse("2026-03-02T01:30:00Z"));

            startAt(scene, "2026-03-02T01:00");

            assertThat(scene.progress.notes)
                    .containsExactly("Nothing begins after 2026-03-02 02:30 Europe/Berlin (in 1 h 30 min).");
        }
    }

    /** Starts the program when the clock in Berlin shows this, in winter. */
    private static RunOutcome startAt(JobScene scene, String berlin) throws Exception {
        Instant start = Instant.parse(berlin + ":00Z").minus(Duration.ofHours(1));
        // A start takes a second of the scene's time.
        scene.time.advance(Duration.between(scene.time.instant(), start).minusSeconds(1));
        return scene.run().outcome();
    }
}
