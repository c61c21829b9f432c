package io.catalogimport.job;

import static io.catalogimport.job.JobScene.stack;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.catalogimport.aws.FakeTime;
import io.catalogimport.database.LockHolder;
import io.catalogimport.database.LocksLostException;
import io.catalogimport.database.PostgresDatabase;
import io.catalogimport.launch.RunResult;
import io.catalogimport.ledger.ProcessLocks;
import io.catalogimport.ledger.Selection;
import io.catalogimport.report.RunOutcome;
import io.catalogimport.run.LockedException;
import io.catalogimport.run.NoSuchRowException;
import io.catalogimport.run.RunCommand;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The job, started again after it ended in this way or that. */
class RestartIT {
    @RegisterExtension
    static final PostgresDatabase DATABASE = new PostgresDatabase();

    private static final LockHolder OTHER = new LockHolder("db1", 4711, "other.csv", FakeTime.START);

    @TempDir
    private Path directory = Path.of("");

    @Test
    void doesNothingWhenEverythingIsDone() throws Exception {
        try (JobScene scene = JobScene.with(DATABASE, directory, stack("a"))) {
            scene.maps("a").run();
            int callsBefore = scene.calls().size();

            RunResult again = scene.run();

            assertThat(again.outcome()).isEqualTo(RunOutcome.COMPLETE);
            assertThat(scene.calls()).hasSize(callsBefore);
            assertThat(scene.executions()).containsExactly("COMPLETED");
        }
    }

    @Test
    void finishesTheImportThatAStopLeftInFlight() throws Exception {
        try (JobScene scene = JobScene.with(DATABASE, directory, stack("a"), stack("b"))) {
            scene.maps("a").maps("b");
            scene.time.stopAfterWaits(0);
            scene.progress.whenStarted = entry -> scene.progress.stop.request();

            RunResult stopped = scene.run();
            List<String> statesWhenStopped = scene.states();
            scene.progress.whenStarted = entry -> {};
            scene.time.goOn();
            RunResult again = scene.run();

            assertThat(stopped.outcome()).isEqualTo(RunOutcome.STOPPED);
            assertThat(stopped.failure()).isEmpty();
            assertThat(statesWhenStopped).containsExactly("IN_PROGRESS", "READY");
            assertThat(again.outcome()).isEqualTo(RunOutcome.COMPLETE);
            assertThat(scene.importsAskedFor()).containsExactly("a", "b");
            assertThat(scene.executions()).containsExactly("STOPPED", "COMPLETED");
        }
    }

    @Test
    void writesResultsWhenStopped() throws Exception {
        try (JobScene scene = JobScene.with(DATABASE, directory, stack("a"))) {
            scene.maps("a");
            scene.progress.whenStarted = entry -> scene.progress.stop.request();

            scene.run();

            assertThat(scene.results().resolve("summary.json")).content().contains("\"outcome\" : \"STOPPED\"");
            assertThat(Files.readString(scene.results().resolve("results.csv"))).contains("IN_PROGRESS");
        }
    }

    @Test
    void validatesTheRestAfterAStopDuringValidation() throws Exception {
        try (JobScene scene = JobScene.with(DATABASE, directory, stack("a"))) {
            for (int i = 0; i < 30; i++) {
                scene.maps("missing-" + i);
            }
            scene.maps("a");
            scene.progress.whenValidated = entry -> scene.progress.stop.request();

            RunResult stopped = scene.run();
            scene.progress.whenValidated = entry -> {};
            RunResult again = scene.run();

            assertThat(stopped.outcome()).isEqualTo(RunOutcome.STOPPED);
            assertThat(again.outcome()).isEqualTo(RunOutcome.INCOMPLETE);
            assertThat(scene.states()).last().isEqualTo("IMPORTED");
        }
    }

    @Test
    void goesOnAfterAnErrorInTheMiddle() throws Exception {
        try (JobScene scene = JobScene.with(DATABASE, directory, stack("a"), stack("b"), stack("c"))) {
            scene.maps("a").maps("b").maps("c");
            scene.progress.whenStarted = entry -> {
                if (entry.line() == 3) {
                    throw new IllegalStateException("made to fail");
                }
            };

            RunResult failed = scene.run();
            scene.progress.whenStarted = entry -> {};
            RunResult again = scene.run();

            assertThat(failed.outcome()).isEqualTo(RunOutcome.FAILED);
            assertThat(failed.failure()).get().extracting(Throwable::getMessage).isEqualTo("made to fail");
            assertThat(again.outcome()).isEqualTo(RunOutcome.COMPLETE);
            assertThat(scene.importsAskedFor()).containsExactly("a", "b", "c");
            assertThat(scene.executions()).containsExactly("FAILED", "COMPLETED");
        }
    }

    @Test
    void losesNoRowOfAFileThatWasNotStagedToItsEnd() throws Exception {
        try (JobScene scene = JobScene.with(DATABASE, directory, stack("a"))) {
            for (int row = 0; row < 1_500; row++) {
                scene.maps("missing-" + row);
            }
            DATABASE.jdbc()
                    .sql("alter table mapping_ledger add constraint so_far check (line <= 1200)")
                    .update();

            RunResult failed = scene.run();
            DATABASE.jdbc()
                    .sql("alter table mapping_ledger drop constraint so_far")
                    .update();

            assertThat(failed.outcome()).isEqualTo(RunOutcome.FAILED);
            assertThat(scene.states()).isEmpty();
            assertThat(scene.results().resolve("results.csv")).content().hasLineCount(1_501);
            assertThat(scene.results().resolve("remaining.csv")).content().hasLineCount(1_501);
        }
    }

    @Test
    void writesResultsWhenAnErrorEndedIt() throws Exception {
        try (JobScene scene = JobScene.with(DATABASE, directory, stack("a"))) {
            scene.maps("a");
            scene.progress.whenStarted = entry -> {
                throw new IllegalStateException("made to fail");
            };

            scene.run();

            assertThat(scene.results().resolve("summary.json"))
                    .content()
                    .contains("\"outcome\" : \"FAILED\"")
                    .contains("\"error\" : \"made to fail\"");
        }
    }

    @Test
    void triesAFailedRowAgainWithANewToken() throws Exception {
        try (JobScene scene = JobScene.with(
                DATABASE,
                directory,
                stack("a", "import: {outcome: refuse, code: InvalidParametersException, message: x}"))) {
            scene.maps("a");

            scene.run();
            scene.run();

            assertThat(scene.calls().stream()
                            .filter(call -> call.operation().equals("ImportAsProvisionedProduct"))
                            .map(call -> call.parameters().get("IdempotencyToken")))
                    .hasSize(2)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void looksAtARejectedRowAnew() throws Exception {
        try (JobScene scene = JobScene.with(DATABASE, directory, stack("a", "import: hang"))) {
            scene.maps("missing").run();
            int looksBefore = scene.calls().size();

            scene.run();

            assertThat(scene.calls().size()).isGreaterThan(looksBefore);
            assertThat(scene.states()).containsExactly("REJECTED STACK_NOT_FOUND");
        }
    }

    @Test
    void recoversAnExecutionThatDiedWithItsProcess() throws Exception {
        try (JobScene scene = JobScene.with(DATABASE, directory, stack("a"))) {
            scene.maps("a");
            scene.progress.whenStarted = entry -> {
                throw new IllegalStateException("made to fail");
            };
            scene.run();
            DATABASE.jdbc()
                    .sql("update batch_job_execution set status = 'STARTED', end_time = null")
                    .update();
            DATABASE.jdbc()
                    .sql("update batch_step_execution set status = 'STARTED', end_time = null"
                            + " where step_name = 'importStacks'")
                    .update();
            scene.progress.whenStarted = entry -> {};

            RunResult result = scene.run();

            assertThat(scene.progress.recovered).isEqualTo(1);
            assertThat(result.outcome()).isEqualTo(RunOutcome.COMPLETE);
            assertThat(scene.executions()).containsExactly("FAILED", "COMPLETED");
        }
    }

    @Test
    void recoversAnExecutionThatBatchCallsUnknown() throws Exception {
        try (JobScene scene = JobScene.with(DATABASE, directory, stack("a"))) {
            scene.maps("a");
            scene.progress.whenStarted = entry -> {
                throw new IllegalStateException("made to fail");
            };
            scene.run();
            DATABASE.jdbc()
                    .sql("update batch_job_execution set status = 'UNKNOWN'")
                    .update();
            DATABASE.jdbc()
                    .sql("update batch_step_execution set status = 'UNKNOWN' where step_name = 'importStacks'")
                    .update();
            scene.progress.whenStarted = entry -> {};

            RunResult result = scene.run();

            assertThat(result.outcome()).isEqualTo(RunOutcome.COMPLETE);
            assertThat(scene.executions()).containsExactly("FAILED", "COMPLETED");
        }
    }

    /** As when the database is away at the end of a step, and back at the end of the job. */
    @Test
    void recoversAStepWhoseEndWasNotWrittenThoughThatOfTheJobWas() throws Exception {
        try (JobScene scene = JobScene.with(DATABASE, directory, stack("a"))) {
            scene.maps("a");
            scene.progress.whenStarted = entry -> {
                throw new IllegalStateException("made to fail");
            };
            scene.run();
            DATABASE.jdbc()
                    .sql("update batch_step_execution set status = 'STARTED', end_time = null"
                            + " where step_name like 'importStacks%'")
                    .update();
            scene.progress.whenStarted = entry -> {};

            RunResult result = scene.run();

            assertThat(result.outcome()).isEqualTo(RunOutcome.COMPLETE);
            assertThat(DATABASE.jdbc()
                            .sql("select count(*) from batch_step_execution where end_time is null")
                            .query(Long.class)
                            .single())
                    .isZero();
        }
    }

    @Test
    void startsAlsoWhenTheProcessDiedBeforeBatchHadAnExecution() throws Exception {
        try (JobScene scene = JobScene.with(DATABASE, directory, stack("a"))) {
            scene.maps("a").command = RunCommand.PLAN;
            scene.run();
            DATABASE.jdbc().sql("truncate batch_job_execution cascade").update();
            DATABASE.jdbc().sql("delete from mapping_ledger").update();
            scene.command = RunCommand.IMPORT;

            RunResult result = scene.run();

            assertThat(result.outcome()).isEqualTo(RunOutcome.COMPLETE);
            assertThat(scene.executions()).containsExactly("COMPLETED");
        }
    }

    @Test
    void endsInBatchsBooksWhatDiedOfAnotherFile() throws Exception {
        try (JobScene scene = JobScene.with(DATABASE, directory, stack("a"), stack("b"))) {
            scene.maps("a").run();
            DATABASE.jdbc()
                    .sql("update batch_job_execution set status = 'STARTED', end_time = null")
                    .update();

            scene.instead("b").run();

            assertThat(scene.executions()).containsExactly("FAILED", "COMPLETED");
        }
    }

    @Test
    void leavesAnExecutionOfAnotherFileAloneWhoseProcessIsAlive() throws Exception {
        try (JobScene scene = JobScene.with(DATABASE, directory, stack("a"), stack("b"));
                ProcessLocks other = new ProcessLocks(DATABASE.dataSource(), OTHER)) {
            scene.maps("a").run();
            other.tryLock("run " + scene.digest());
            DATABASE.jdbc()
                    .sql("update batch_job_execution set status = 'STARTED', end_time = null")
                    .update();

            scene.instead("b").run();

            assertThat(scene.executions()).containsExactly("STARTED", "COMPLETED");
        }
    }

    @Test
    void waitsForTheProcessThatHasALane() throws Exception {
        try (JobScene scene = JobScene.with(DATABASE, directory, stack("a"));
                ProcessLocks other = new ProcessLocks(DATABASE.dataSource(), OTHER)) {
            scene.maps("a").lockWait = Duration.ofMinutes(5);
            other.tryLock("lane 111122223333/eu-central-1");
            scene.progress.whenWaiting = () -> other.unlock("lane 111122223333/eu-central-1");

            RunResult result = scene.run();

            assertThat(result.outcome()).isEqualTo(RunOutcome.COMPLETE);
            assertThat(scene.progress.waiting)
                    .containsExactly("Process 4711 on host db1 is importing in 111122223333/eu-central-1"
                            + " (since 2026-03-01T12:00:00Z, file other.csv)");
        }
    }

    @Test
    void waitsNoLongerThanTheUserWants() throws Exception {
        try (JobScene scene = JobScene.with(DATABASE, directory, stack("a"));
                ProcessLocks other = new ProcessLocks(DATABASE.dataSource(), OTHER)) {
            scene.maps("a").lockWait = Duration.ofMinutes(5);
            other.tryLock("lane 111122223333/eu-central-1");

            RunResult result = scene.run();

            assertThat(result.failure()).get().isInstanceOf(LockedException.class);
            assertThat(scene.time.waited()).isBetween(Duration.ofMinutes(5), Duration.ofSeconds(301));
            assertThat(scene.importsAskedFor()).isEmpty();
        }
    }

    @Test
    void stopsWhileItWaitsForTheProcessThatHasALane() throws Exception {
        try (JobScene scene = JobScene.with(DATABASE, directory, stack("a"));
                ProcessLocks other = new ProcessLocks(DATABASE.dataSource(), OTHER)) {
            scene.maps("a").lockWait = Duration.ofMinutes(5);
            other.tryLock("lane 111122223333/eu-central-1");
            scene.progress.whenWaiting = () -> scene.progress.stop.request();

            RunResult result = scene.run();

            assertThat(result.outcome()).isEqualTo(RunOutcome.STOPPED);
            assertThat(scene.executions()).containsExactly("STOPPED");
        }
    }

    @Test
    void countsTheLimitOverAnOutage() throws Exception {
        try (JobScene scene = JobScene.with(DATABASE, directory, stack("a"), stack("b"), stack("c"))) {
            scene.maps("a").maps("b").maps("c").limit = Optional.of(2);
            scene.progress.whenEnded = entry -> {
                throw new IllegalStateException("made to fail");
            };
            scene.run();
            scene.progress.whenEnded = entry -> {};

            RunResult result = scene.goOn();

            assertThat(result.outcome()).isEqualTo(RunOutcome.LIMIT_REACHED);
            assertThat(scene.importsAskedFor()).containsExactly("a", "b");
        }
    }

    @Test
    void leavesAFileAloneThatAnotherProcessWorksOn() throws Exception {
        try (JobScene scene = JobScene.with(DATABASE, directory, stack("a"));
                ProcessLocks other = new ProcessLocks(DATABASE.dataSource(), OTHER)) {
            scene.maps("a");
            other.tryLock("run " + scene.digest());

            assertThatThrownBy(scene::run)
                    .isInstanceOf(LockedException.class)
                    .hasMessageContaining("Process 4711 on host db1 is working on this mapping file (or a copy of it)"
                            + " (since 2026-03-01T12:00:00Z, file other.csv)");

            assertThat(scene.calls()).isEmpty();
        }
    }

    @Test
    void importsNothingInALaneThatAnotherProcessWorksIn() throws Exception {
        try (JobScene scene = JobScene.with(DATABASE, directory, stack("a"));
                ProcessLocks other = new ProcessLocks(DATABASE.dataSource(), OTHER)) {
            scene.maps("a");
            other.tryLock("lane 111122223333/eu-central-1");

            RunResult result = scene.run();

            assertThat(result.failure()).get().isInstanceOf(LockedException.class);
            assertThat(scene.importsAskedFor()).isEmpty();
            assertThat(scene.results()).doesNotExist();
        }
    }

    @Test
    void refusesALineWithoutARowAlsoWhenEveryRowIsImported() throws Exception {
        try (JobScene scene = JobScene.with(DATABASE, directory, stack("a"))) {
            scene.maps("a");
            scene.run();
            scene.selection = Selection.parse("99");

            assertThatThrownBy(scene::run)
                    .isInstanceOf(NoSuchRowException.class)
                    .hasMessageContaining("line 99");
        }
    }

    @Test
    void listsItsStartsInTheReport() throws Exception {
        try (JobScene scene = JobScene.with(DATABASE, directory, stack("a"), stack("b"))) {
            scene.maps("a").maps("b").limit = Optional.of(1);
            scene.run();
            scene.limit = Optional.empty();

            scene.run();

            assertThat(scene.results().resolve("report.html"))
                    .content()
                    .contains("All 2 rows are imported.", "<td>limit reached</td>");
        }
    }

    @Test
    void beginsNothingInALaneInWhichAnotherFilesImportHasNoEnd() throws Exception {
        try (JobScene scene = JobScene.with(DATABASE, directory, stack("a", "import: hang"), stack("b"))) {
            scene.maps("a").run();
            JobScene other = scene.instead("b");

            RunResult result = other.run();

            assertThat(result.outcome()).isEqualTo(RunOutcome.LANE_BLOCKED);
            assertThat(scene.importsAskedFor()).containsExactly("a");
        }
    }

    @Test
    void finishesWhatTheFileLeftInFlightBeforeItWasEdited() throws Exception {
        try (JobScene scene = JobScene.with(DATABASE, directory, stack("a"), stack("b"))) {
            scene.maps("a");
            scene.progress.whenStarted = entry -> scene.progress.stop.request();
            scene.run();
            scene.progress.whenStarted = entry -> {};
            scene.maps("b");

            RunResult result = scene.run();

            assertThat(result.outcome()).isEqualTo(RunOutcome.COMPLETE);
            assertThat(scene.states()).containsExactly("IMPORTED", "ALREADY_IMPORTED", "IMPORTED");
            assertThat(scene.importsAskedFor()).containsExactly("a", "b");
        }
    }

    @Test
    void importsNothingThatWasTakenOutOfTheFileBeforeAWSTookIt() throws Exception {
        try (JobScene scene = JobScene.with(DATABASE, directory, stack("a"), stack("b"))) {
            scene.maps("a");
            scene.command = RunCommand.PLAN;
            scene.run();
            DATABASE.jdbc()
                    .sql("update mapping_ledger set state = 'SUBMITTING', attempt = 1, idempotency_token = 'lost',"
                            + " started_at = ?")
                    .param(Timestamp.from(scene.time.instant()))
                    .update();
            scene.command = RunCommand.IMPORT;
            JobScene edited = scene.instead("b");

            RunResult result = edited.run();

            assertThat(result.outcome()).isEqualTo(RunOutcome.COMPLETE);
            assertThat(scene.states()).containsExactly("FAILED NOT_SUBMITTED", "IMPORTED");
            assertThat(scene.importsAskedFor()).containsExactly("b");
        }
    }

    @Test
    void followsWhatIsInFlightAlsoIfStrictHoldsTheRestBack() throws Exception {
        try (JobScene scene = JobScene.with(DATABASE, directory, stack("a"), stack("b"))) {
            scene.maps("a").maps("b").maps("missing");
            scene.progress.whenStarted = entry -> scene.progress.stop.request();
            scene.run();
            scene.progress.whenStarted = entry -> {};
            scene.strict = true;

            RunResult result = scene.run();

            assertThat(result.outcome()).isEqualTo(RunOutcome.INCOMPLETE);
            assertThat(scene.states()).containsExactly("IMPORTED", "READY", "REJECTED STACK_NOT_FOUND");
        }
    }

    @Test
    void beginsNoImportWhenItsLocksAreLost() throws Exception {
        try (JobScene scene = JobScene.with(DATABASE, directory, stack("a"), stack("b"))) {
            scene.maps("a").maps("b");
            scene.progress.whenEnded = entry -> DATABASE.jdbc()
                    .sql("select count(pg_terminate_backend(pid)) from pg_locks where locktype = 'advisory'")
                    .query(Long.class)
                    .single();

            RunResult result = scene.run();
            scene.progress.whenEnded = entry -> {};
            RunResult again = scene.run();

            assertThat(result.failure()).get().isInstanceOf(LocksLostException.class);
            assertThat(again.outcome()).isEqualTo(RunOutcome.COMPLETE);
            assertThat(scene.importsAskedFor()).containsExactly("a", "b");
        }
    }

    /** As where several share a run: all lose their locks, and the one that goes on first ends the execution of the other. */
    @Test
    void hasLostItsLocksWhenAnotherProcessTakesItForDead() throws Exception {
        try (JobScene scene = JobScene.with(DATABASE, directory, stack("a"), stack("b"))) {
            scene.maps("a").maps("b");
            scene.progress.whenEnded = entry -> {
                DATABASE.jdbc()
                        .sql("select count(pg_terminate_backend(pid)) from pg_locks where locktype = 'advisory'")
                        .query(Long.class)
                        .single();
                for (String table : List.of("batch_job_execution", "batch_step_execution")) {
                    DATABASE.jdbc()
                            .sql("update " + table + " set status = 'FAILED', version = version + 1")
                            .update();
                }
            };

            RunResult result = scene.run();
            scene.progress.whenEnded = entry -> {};
            RunResult again = scene.run();

            assertThat(result.failure()).get().isInstanceOf(LocksLostException.class);
            assertThat(again.outcome()).isEqualTo(RunOutcome.COMPLETE);
            assertThat(scene.importsAskedFor()).containsExactly("a", "b");
        }
    }

    @Test
    void keepsTheRecordOfAFailedImportInALaterPlan() throws Exception {
        try (JobScene scene = JobScene.with(DATABASE, directory, stack("a", "import: fail"))) {
            scene.maps("a").run();
            scene.command = RunCommand.PLAN;

            scene.run();

            assertThat(Files.readString(scene.results().resolve("results.csv"))).contains("rec-");
        }
    }

    @Test
    void saysThatAPlanWasStopped() throws Exception {
        try (JobScene scene = JobScene.with(DATABASE, directory, stack("a"))) {
            scene.maps("a").maps("missing");
            scene.command = RunCommand.PLAN;
            scene.progress.whenValidating = () -> scene.progress.stop.request();

            RunResult result = scene.run();

            assertThat(result.outcome()).isEqualTo(RunOutcome.STOPPED);
        }
    }
}
