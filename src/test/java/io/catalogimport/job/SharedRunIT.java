package io.catalogimport.job;

import static io.catalogimport.job.JobScene.arn;
import static io.catalogimport.job.JobScene.region;
import static io.catalogimport.job.JobScene.stack;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.catalogimport.aws.FakeTime;
import io.catalogimport.database.LockHolder;
import io.catalogimport.database.PostgresDatabase;
import io.catalogimport.launch.RunResult;
import io.catalogimport.ledger.LaneScope;
import io.catalogimport.ledger.LaneUnit.OneLane;
import io.catalogimport.ledger.LockNames;
import io.catalogimport.ledger.ProcessLocks;
import io.catalogimport.report.RunOutcome;
import io.catalogimport.run.FailureBudget;
import io.catalogimport.run.LaneOptions;
import io.catalogimport.run.LockedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A run that several processes share. */
class SharedRunIT {
    @RegisterExtension
    static final PostgresDatabase DATABASE = new PostgresDatabase();

    private static final List<String> REGIONS =
            List.of("eu-central-1", "eu-west-1", "eu-west-2", "us-east-1", "us-east-2", "us-west-2");
    private static final List<String> STACKS = List.of("a", "b", "c", "d");
    private static final int ALL = REGIONS.size() * STACKS.size();
    private static final LockHolder OTHER = new LockHolder("db1", 4711, "mappings.csv", FakeTime.START);

    @TempDir
    private Path directory = Path.of("");

    @Test
    void isDoneOnceByAllOfThemTogether() throws Exception {
        try (JobScene scene = scene()) {
            List<RunResult> results = scene.runShared(3);

            assertThat(results)
                    .extracting(RunResult::outcome)
                    .isSubsetOf(RunOutcome.OTHERS_AT_WORK, RunOutcome.COMPLETE)
                    .contains(RunOutcome.COMPLETE);
            assertThat(scene.importsAskedFor()).hasSize(ALL).doesNotHaveDuplicates();
            assertThat(scene.states()).containsOnly("IMPORTED");
            assertThat(scene.executions()).containsOnly("COMPLETED").hasSize(3);
        }
    }

    @Test
    void keepsTheOrderOfEachLane() throws Exception {
        try (JobScene scene = scene()) {
            scene.runShared(3);

            assertThat(REGIONS).allSatisfy(region -> assertThat(scene.importsAskedFor())
                    .containsSubsequence(
                            STACKS.stream().map(stack -> stack + "-" + region).toList()));
        }
    }

    @Test
    void isValidatedOnceByAllOfThemTogether() throws Exception {
        try (JobScene scene = scene()) {
            scene.runShared(3);

            long readTwice = scene.calls().stream()
                    .filter(call -> call.operation().equals("GetTemplate"))
                    .map(call -> call.region() + " " + call.parameters())
                    .collect(Collectors.groupingBy(call -> call, Collectors.counting()))
                    .values()
                    .stream()
                    .filter(times -> times > 1)
                    .count();
            assertThat(readTwice).isZero();
        }
    }

    @Test
    void tellsInBatchsTablesWhichWorkerDidWhichLane() throws Exception {
        try (JobScene scene = scene()) {
            scene.runShared(3);

            assertThat(DATABASE.jdbc()
                            .sql("select step_name from batch_step_execution where step_name like 'importStacks:%'"
                                    + " and read_count > 0")
                            .query(String.class)
                            .list())
                    .containsExactlyInAnyOrderElementsOf(REGIONS.stream()
                            .map(region -> "importStacks:" + JobScene.ACCOUNT + "/" + region)
                            .toList());
            assertThat(DATABASE.jdbc()
                            .sql("select count(distinct parameter_value) from batch_job_execution_params"
                                    + " where parameter_name = 'worker'")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(3);
        }
    }

    @Test
    void beginsExactlyAsManyImportsAsItMayInAll() throws Exception {
        try (JobScene scene = scene()) {
            scene.limit = Optional.of(7);

            List<RunResult> results = scene.runShared(4);

            assertThat(scene.importsAskedFor()).hasSize(7);
            assertThat(ofTheLastToLeave(results)).isEqualTo(RunOutcome.LIMIT_REACHED);
        }
    }

    @Test
    void countsInBatchsTablesOnlyWhatEachWorkerHasBegun() throws Exception {
        try (JobScene scene = scene()) {
            scene.limit = Optional.of(7);

            scene.runShared(4);

            assertThat(DATABASE.jdbc()
                            .sql(
                                    "select sum(write_count) from batch_step_execution where step_name like 'importStacks:%'")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(7);
        }
    }

    @Test
    void countsTheFailuresOfAllAgainstOneBudget() throws Exception {
        try (JobScene scene = scene("import: fail")) {
            scene.failureBudget = Optional.of(new FailureBudget(2, false));

            List<RunResult> results = scene.runShared(3);

            assertThat(scene.importsAskedFor()).hasSizeBetween(3, 2 + 1 + REGIONS.size());
            assertThat(ofTheLastToLeave(results)).isEqualTo(RunOutcome.FAILURE_BUDGET_EXCEEDED);
        }
    }

    @Test
    void importsNothingWhereAnyWorkerRejectsARowAndTheUserWantsAllOrNothing() throws Exception {
        try (JobScene scene = scene()) {
            scene.row(arn("us-west-2", "missing") + ",prod-queue,pa-one,missing").strict = true;

            List<RunResult> results = scene.runShared(3);

            assertThat(scene.importsAskedFor()).isEmpty();
            assertThat(ofTheLastToLeave(results)).isEqualTo(RunOutcome.INCOMPLETE);
        }
    }

    @Test
    void isNotSharedWithAProcessThatWantsItForItself() throws Exception {
        try (JobScene scene = scene();
                ProcessLocks other = new ProcessLocks(DATABASE.dataSource(), OTHER)) {
            other.tryLockShared(LockNames.run(scene.digest()));
            scene.lanes = LaneOptions.ONE_AT_A_TIME;

            assertThatThrownBy(scene::run)
                    .isInstanceOf(LockedException.class)
                    .hasMessageStartingWith("Process 4711 on host db1 is working on this mapping file");
            assertThat(scene.runShared(1)).extracting(RunResult::outcome).containsExactly(RunOutcome.COMPLETE);
        }
    }

    @Test
    void isOfferedToAProcessThatWantsItForItself() throws Exception {
        try (JobScene scene = scene();
                ProcessLocks other = new ProcessLocks(DATABASE.dataSource(), OTHER)) {
            joinsAsAWorker(scene, other);
            scene.lanes = LaneOptions.ONE_AT_A_TIME;

            assertThatThrownBy(scene::run).isInstanceOf(LockedException.class).hasMessageContaining("add --shared");
        }
    }

    @Test
    void isAnnouncedWithTheWorkersThatAreThere() throws Exception {
        try (JobScene scene = scene();
                ProcessLocks other = new ProcessLocks(DATABASE.dataSource(), OTHER)) {
            scene.limit = Optional.of(1);
            scene.runShared(1);
            joinsAsAWorker(scene, other);
            scene.runShared(1);

            assertThat(scene.progress.notes)
                    .anySatisfy(
                            note -> assertThat(note).startsWith("This run is shared. No other worker is at work yet"))
                    .anySatisfy(note -> assertThat(note)
                            .startsWith("This run is shared, since ")
                            .endsWith("At work besides this worker: process 4711 on host db1."));
        }
    }

    @Test
    void isAnnouncedAsOneLaneWhereOnlyOneWorkerCanImport() throws Exception {
        try (JobScene scene = scene()) {
            scene.lanes = new LaneOptions(2, LaneScope.RUN, true);

            scene.runShared(1);

            assertThat(scene.progress.notes).anySatisfy(note -> assertThat(note)
                    .startsWith("With --lane-scope run, the whole file is one lane"));
        }
    }

    @Test
    void isJoinedWithTheEndOfItsOwnStart() throws Exception {
        try (JobScene scene = scene();
                ProcessLocks other = new ProcessLocks(DATABASE.dataSource(), OTHER)) {
            scene.limit = Optional.of(1);
            scene.endBy = Optional.of(scene.time.instant().plus(Duration.ofHours(1)));
            scene.runShared(1);
            joinsAsAWorker(scene, other);
            scene.progress.notes.clear();
            scene.endBy = Optional.of(scene.time.instant().plus(Duration.ofHours(5)));

            scene.runShared(1);

            assertThat(scene.progress.notes)
                    .anySatisfy(note -> assertThat(note).startsWith("Nothing begins after 2026-03-01 13:00"))
                    .noneSatisfy(note -> assertThat(note).startsWith("Nothing begins after 2026-03-01 17"));
        }
    }

    @Test
    void doesNotWaitWithoutEndForAWorkerThatHangsInThePreparation() throws Exception {
        try (JobScene scene = scene();
                ProcessLocks other = new ProcessLocks(DATABASE.dataSource(), OTHER)) {
            other.tryLock(LockNames.preparation(scene.digest()));

            List<RunResult> results = scene.runShared(1);

            assertThat(scene.progress.waiting).singleElement().satisfies(words -> assertThat(words)
                    .startsWith("Process 4711 on host db1 is reading the mapping file into the database"));
            assertThat(results).singleElement().satisfies(result -> assertThat(result.failure())
                    .containsInstanceOf(LockedException.class));
        }
    }

    @Test
    void namesTheWorkerThatValidatesWhatIsWaitedFor() throws Exception {
        try (JobScene scene = scene();
                ProcessLocks other = new ProcessLocks(DATABASE.dataSource(), OTHER)) {
            String lane = JobScene.ACCOUNT + "/" + REGIONS.get(0);
            String lock = LockNames.validation(scene.digest(), new OneLane(lane));
            other.tryLock(lock);
            scene.progress.whenNoted = note -> {
                if (note.contains("is validating")) {
                    other.unlock(lock);
                }
            };

            List<RunResult> results = scene.runShared(1);

            assertThat(scene.progress.notes)
                    .anySatisfy(note -> assertThat(note).startsWith("Process 4711 on host db1 is validating " + lane));
            assertThat(results).extracting(RunResult::outcome).containsExactly(RunOutcome.COMPLETE);
        }
    }

    @Test
    void saysWhichImportOfADeadWorkerIsTakenOver() throws Exception {
        try (JobScene scene = scene()) {
            scene.lanes = new LaneOptions(1, LaneScope.ACCOUNT_REGION, true);
            scene.progress.whenStarted = entry -> scene.progress.stop.request();
            scene.runShared(1);
            scene.progress.whenStarted = entry -> {};

            scene.runShared(1);

            String stack = scene.importsAskedFor().get(0);
            assertThat(scene.progress.notes).anySatisfy(note -> assertThat(note)
                    .startsWith("Taking over lane " + JobScene.ACCOUNT)
                    .contains("process " + ProcessHandle.current().pid())
                    .contains("stack " + stack + ", which is IN_PROGRESS"));
        }
    }

    @Test
    void isRefusedWhileAProcessHasItForItself() throws Exception {
        try (JobScene scene = scene();
                ProcessLocks other = new ProcessLocks(DATABASE.dataSource(), OTHER)) {
            other.tryLock(LockNames.run(scene.digest()));

            assertThat(catchThrowable(() -> scene.runShared(1)))
                    .hasRootCauseInstanceOf(LockedException.class)
                    .rootCause()
                    .hasMessageStartingWith("Process 4711 on host db1 is working on this mapping file");
        }
    }

    @Test
    void isLeftToTheOthersWhenNoFreeLaneHasWork() throws Exception {
        try (JobScene scene = scene();
                ProcessLocks other = new ProcessLocks(DATABASE.dataSource(), OTHER)) {
            scene.limit = Optional.of(4);
            scene.progress.whenEnded = entry -> scene.progress.stop.request();
            scene.runShared(1);
            joinsAsAWorker(scene, other);
            REGIONS.forEach(region -> other.tryLock(LockNames.lane(JobScene.ACCOUNT + "/" + region)));

            List<RunResult> results = scene.runShared(1);

            assertThat(results).singleElement().satisfies(result -> {
                assertThat(result.outcome()).isEqualTo(RunOutcome.OTHERS_AT_WORK);
                assertThat(result.otherWorkers()).singleElement().satisfies(worker -> {
                    assertThat(worker.process().process()).isEqualTo(4711);
                    assertThat(worker.lanes()).hasSize(REGIONS.size());
                });
            });
        }
    }

    @Test
    void isNotJoinedWithOtherOptions() throws Exception {
        try (JobScene scene = scene();
                ProcessLocks other = new ProcessLocks(DATABASE.dataSource(), OTHER)) {
            scene.limit = Optional.of(1);
            scene.runShared(1);
            joinsAsAWorker(scene, other);
            scene.limit = Optional.of(2);

            assertThat(catchThrowable(() -> scene.runShared(1)))
                    .rootCause()
                    .isInstanceOf(LockedException.class)
                    .hasMessageContaining("with other options: --limit 1 (this worker: --limit 2).");
        }
    }

    @Test
    void keepsItsLimitWhenAllWorkersDieAndOneStartsAgain() throws Exception {
        try (JobScene scene = scene()) {
            scene.limit = Optional.of(5);
            scene.progress.whenEnded = entry -> {
                throw new IllegalStateException("made to die");
            };
            scene.runShared(1);
            scene.progress.whenEnded = entry -> {};

            scene.runShared(2);

            assertThat(scene.importsAskedFor()).hasSize(5);
        }
    }

    /** By the clock of the host on which it began, which is ahead. */
    @Test
    void keepsItsLimitWhereTheClocksOfHostsDiffer() throws Exception {
        try (JobScene scene = scene()) {
            scene.limit = Optional.of(5);
            scene.progress.whenValidated = entry -> scene.progress.stop.request();
            scene.runShared(1);
            scene.progress.whenValidated = entry -> {};
            DATABASE.jdbc()
                    .sql("update mapping_start set started_at = started_at + interval '1 hour',"
                            + " resumed_at = resumed_at + interval '1 hour'")
                    .update();

            scene.runShared(2);

            assertThat(scene.importsAskedFor()).hasSize(5);
        }
    }

    @Test
    void countsOnlyItsOwnImportsAfterItHasWaitedForOthersWithAnotherLimit() throws Exception {
        try (JobScene scene = scene();
                ProcessLocks other = new ProcessLocks(DATABASE.dataSource(), OTHER)) {
            scene.limit = Optional.of(1);
            scene.runShared(1);
            joinsAsAWorker(scene, other);
            scene.limit = Optional.of(3);
            scene.lockWait = Duration.ofMinutes(10);
            String member = LockNames.member(scene.digest(), "db1/4711");
            scene.progress.whenWaiting = () -> {
                DATABASE.jdbc()
                        .sql("update mapping_ledger set state = 'IMPORTED', started_at = ?, finished_at = ?"
                                + " where line in (select line from mapping_ledger where state = 'READY' limit 2)")
                        .params(
                                Timestamp.from(scene.time.instant()),
                                Timestamp.from(scene.time.instant().plusSeconds(1)))
                        .update();
                other.unlock(member);
            };

            scene.runShared(1);

            assertThat(scene.importsAskedFor()).hasSize(1 + 3);
        }
    }

    /** It is not known whether AWS got the request, so nothing else is started instead. */
    @Test
    void keepsTheLimitsPlaceOfAnImportThatIsTakenBack() throws Exception {
        try (JobScene scene = scene()) {
            scene.limit = Optional.of(2);
            scene.progress.whenStarted = entry -> {
                throw new IllegalStateException("made to die");
            };
            scene.runShared(1);
            DATABASE.jdbc()
                    .sql("update mapping_ledger set state = 'SUBMITTING', attempt = 1, idempotency_token = 'lost',"
                            + " started_at = ? where line between 2 and 3")
                    .param(Timestamp.from(scene.time.instant()))
                    .update();
            scene.progress.whenStarted = entry -> {};

            List<RunResult> results = scene.runShared(2);

            assertThat(scene.importsAskedFor()).containsExactlyInAnyOrder("a-" + REGIONS.get(0), "a-" + REGIONS.get(1));
            assertThat(ofTheLastToLeave(results)).isEqualTo(RunOutcome.LIMIT_REACHED);
        }
    }

    @Test
    void isJoinedByAWorkerThatWasOnItsWayWhenTheOthersLeft() throws Exception {
        try (JobScene scene = scene()) {
            scene.limit = Optional.of(5);
            scene.runShared(1);
            DATABASE.jdbc()
                    .sql("update mapping_start set ended_at = ended_at + interval '1 minute'")
                    .update();

            List<RunResult> late = scene.runShared(1);

            assertThat(scene.importsAskedFor()).hasSize(5);
            assertThat(late).extracting(RunResult::outcome).containsExactly(RunOutcome.LIMIT_REACHED);
        }
    }

    @Test
    void looksAtWhatIsUnresolvedAgainWhenItGoesOnAfterAllWereStopped() throws Exception {
        try (JobScene scene = scene("import: hang")) {
            scene.progress.whenEnded = entry -> scene.progress.stop.request();
            scene.runShared(1);
            int unresolved = count(scene, "UNRESOLVED");
            scene.progress.whenEnded = entry -> {};
            scene.progress.ended.clear();

            scene.runShared(1);

            assertThat(unresolved).isPositive();
            assertThat(scene.progress.ended).hasSizeGreaterThanOrEqualTo(unresolved);
        }
    }

    @Test
    void beginsAnewWhenAllWereStoppedLongAgo() throws Exception {
        try (JobScene scene = scene()) {
            scene.limit = Optional.of(3);
            scene.progress.whenEnded = entry -> scene.progress.stop.request();
            scene.runShared(1);
            int begun = scene.importsAskedFor().size();
            scene.progress.whenEnded = entry -> {};
            scene.time.advance(Duration.ofDays(1));

            scene.runShared(1);

            assertThat(scene.importsAskedFor()).hasSize(begun + 3);
        }
    }

    @Test
    void hasNothingToDoForAWorkerThatComesWhenAllIsImported() throws Exception {
        try (JobScene scene = scene()) {
            scene.runShared(1);
            int executions = scene.executions().size();

            List<RunResult> late = scene.runShared(1);

            assertThat(late).extracting(RunResult::outcome).containsExactly(RunOutcome.COMPLETE);
            assertThat(scene.executions()).hasSize(executions);
        }
    }

    @Test
    void beginsANewStartAfterItsEnd() throws Exception {
        try (JobScene scene = scene()) {
            scene.limit = Optional.of(5);
            scene.runShared(1);

            scene.runShared(1);

            assertThat(scene.importsAskedFor()).hasSize(10);
        }
    }

    @Test
    void endsInBatchsTablesWhatWorkersHaveLeftWithoutAnEnd() throws Exception {
        try (JobScene scene = scene()) {
            scene.progress.whenEnded = entry -> {
                throw new IllegalStateException("made to die");
            };
            scene.runShared(1);
            scene.runShared(1);
            DATABASE.jdbc()
                    .sql("update batch_job_execution set status = 'UNKNOWN'"
                            + " where job_execution_id = (select min(job_execution_id) from batch_job_execution)")
                    .update();
            DATABASE.jdbc()
                    .sql("update batch_step_execution set status = 'STARTED', end_time = null"
                            + " where step_name like 'importStacks%'")
                    .update();
            scene.progress.whenEnded = entry -> {};

            scene.runShared(1);

            assertThat(scene.executions()).containsExactly("FAILED", "FAILED", "COMPLETED");
            assertThat(DATABASE.jdbc()
                            .sql("select distinct status from batch_step_execution")
                            .query(String.class)
                            .list())
                    .containsExactlyInAnyOrder("FAILED", "COMPLETED");
        }
    }

    /** One that has lost its locks, but not the database, still follows what another has taken over. */
    @Test
    void goesOnWhereAWorkerWithoutLocksWasQuicker() throws Exception {
        try (JobScene scene = scene()) {
            scene.progress.whenStarted = entry -> scene.progress.stop.request();
            scene.runShared(1);
            scene.progress.whenStarted = entry -> DATABASE.jdbc()
                    .sql("update mapping_ledger set state = 'IMPORTED', finished_at = ? where state = 'IN_PROGRESS'")
                    .param(Timestamp.from(scene.time.instant()))
                    .update();

            List<RunResult> results = scene.runShared(1);

            assertThat(results).extracting(RunResult::outcome).containsExactly(RunOutcome.COMPLETE);
            assertThat(scene.importsAskedFor()).hasSize(ALL).doesNotHaveDuplicates();
        }
    }

    @Test
    void goesOnWhereAWorkerWithoutLocksHasValidated() throws Exception {
        try (JobScene scene = scene()) {
            scene.progress.whenValidated = entry -> DATABASE.jdbc()
                    .sql("update mapping_ledger set state = 'READY' where state = 'STAGED'")
                    .update();

            List<RunResult> results = scene.runShared(1);

            assertThat(results).extracting(RunResult::outcome).containsExactly(RunOutcome.COMPLETE);
        }
    }

    @Test
    void announcesNoVerdictThatAnotherWorkerHasWritten() throws Exception {
        try (JobScene scene = scene()) {
            AtomicInteger announced = new AtomicInteger();
            scene.progress.whenValidated = entry -> {
                announced.incrementAndGet();
                DATABASE.jdbc()
                        .sql("update mapping_ledger set state = 'READY' where state = 'STAGED'")
                        .update();
            };

            scene.runShared(1);

            assertThat(announced)
                    .hasValue(DATABASE.jdbc()
                            .sql("select count(*) from mapping_ledger where validated_at is not null")
                            .query(Integer.class)
                            .single());
        }
    }

    @Test
    void doesNotReportWhatOtherWorkersHaveInFlightAsAnObstacle() throws Exception {
        try (JobScene scene = scene();
                ProcessLocks other = new ProcessLocks(DATABASE.dataSource(), OTHER)) {
            scene.limit = Optional.of(2);
            scene.progress.whenStarted = entry -> scene.progress.stop.request();
            scene.runShared(1);
            scene.progress.whenStarted = entry -> {};
            joinsAsAWorker(scene, other);
            REGIONS.forEach(region -> other.tryLock(LockNames.lane(JobScene.ACCOUNT + "/" + region)));

            List<RunResult> results = scene.runShared(1);

            assertThat(scene.states()).contains("IN_PROGRESS");
            assertThat(results).singleElement().satisfies(result -> assertThat(result.obstacles())
                    .isEmpty());
            assertThat(Files.readString(scene.results().resolve("summary.json")))
                    .contains("OTHERS_AT_WORK")
                    .containsPattern("\"obstacles\" : \\[ *\\]");
        }
    }

    @Test
    void leavesCompleteResultsOfTheLastWorker() throws Exception {
        try (JobScene scene = scene()) {
            scene.runShared(3);

            assertThat(Files.readString(scene.results().resolve("summary.json")))
                    .contains("COMPLETE");
            assertThat(Files.readString(scene.results().resolve("results.csv")).lines())
                    .hasSize(1 + ALL)
                    .filteredOn(line -> line.contains(",IMPORTED,"))
                    .hasSize(ALL);
        }
    }

    /**
     * Who leaves the run last may come to its end before another that has left; and one that comes late is the last one
     * again.
     */
    private static RunOutcome ofTheLastToLeave(List<RunResult> results) {
        List<RunOutcome> outcomes = results.stream()
                .map(RunResult::outcome)
                .filter(outcome -> outcome != RunOutcome.OTHERS_AT_WORK)
                .distinct()
                .toList();
        assertThat(outcomes).hasSize(1);
        return outcomes.get(0);
    }

    private static int count(JobScene scene, String state) {
        return (int)
                scene.states().stream().filter(found -> found.startsWith(state)).count();
    }

    /** Another worker takes part in the run. */
    private static void joinsAsAWorker(JobScene scene, ProcessLocks other) throws IOException {
        other.tryLockShared(LockNames.run(scene.digest()));
        other.tryLock(LockNames.member(scene.digest(), "db1/4711"));
    }

    private JobScene scene(String... more) throws IOException {
        String seed = REGIONS.stream()
                .map(region -> region(
                        region,
                        STACKS.stream()
                                .map(name -> stack(name + "-" + region, more))
                                .toArray(String[]::new)))
                .collect(Collectors.joining("", "accounts:\n  \"" + JobScene.ACCOUNT + "\":\n", ""));
        JobScene scene = new JobScene(DATABASE, directory, seed);
        STACKS.forEach(name -> REGIONS.forEach(
                region -> scene.row(arn(region, name + "-" + region) + ",prod-queue,pa-one," + name + "-" + region)));
        scene.lanes = new LaneOptions(2, LaneScope.ACCOUNT_REGION, true);
        return scene;
    }
}
