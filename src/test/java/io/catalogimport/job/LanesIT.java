package io.catalogimport.job;

import static io.catalogimport.job.JobScene.arn;
import static io.catalogimport.job.JobScene.region;
import static io.catalogimport.job.JobScene.stack;
import static org.assertj.core.api.Assertions.assertThat;

import io.catalogimport.aws.FakeTime;
import io.catalogimport.aws.RoleSettings;
import io.catalogimport.database.LockHolder;
import io.catalogimport.database.PostgresDatabase;
import io.catalogimport.launch.RunResult;
import io.catalogimport.ledger.LaneScope;
import io.catalogimport.ledger.ProcessLocks;
import io.catalogimport.report.RunOutcome;
import io.catalogimport.run.AwsOptions;
import io.catalogimport.run.LaneOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A file with stacks of several lanes. */
class LanesIT {
    @RegisterExtension
    static final PostgresDatabase DATABASE = new PostgresDatabase();

    private static final String FRANKFURT = "eu-central-1";
    private static final String IRELAND = "eu-west-1";
    private static final LockHolder OTHER = new LockHolder("db1", 4711, "other.csv", FakeTime.START);
    private static final LaneOptions SIDE_BY_SIDE = new LaneOptions(256, LaneScope.ACCOUNT_REGION, false);

    @TempDir
    private Path directory = Path.of("");

    @Test
    void goOnOneAfterTheOtherInFileOrderByDefault() throws Exception {
        try (JobScene scene = scene(stack("a"), stack("b"), stack("c"))) {
            scene.row(row(IRELAND, "b")).row(row(FRANKFURT, "a")).row(row(IRELAND, "c"));

            scene.run();

            assertThat(scene.importsAskedFor()).containsExactly("b", "a", "c");
        }
    }

    @Test
    void goOnSideBySideWhereTheUserWantsIt() throws Exception {
        try (JobScene scene = scene(stack("a"), stack("b"))) {
            scene.row(row(FRANKFURT, "a")).row(row(IRELAND, "b")).lanes = SIDE_BY_SIDE;
            CyclicBarrier both = new CyclicBarrier(2);
            scene.progress.whenStarted = entry -> meet(both);

            RunResult result = scene.run();

            assertThat(result.outcome()).isEqualTo(RunOutcome.COMPLETE);
            assertThat(scene.executions()).containsExactly("COMPLETED");
        }
    }

    @Test
    void keepNoConnectionToTheDatabaseWhileTheyWait() throws Exception {
        List<String> regions = List.of(
                FRANKFURT, IRELAND, "eu-west-2", "eu-west-3", "eu-north-1", "us-east-1", "us-east-2", "us-west-2");
        String seed = regions.stream()
                .map(name -> region(name, stack("in-" + name)))
                .collect(Collectors.joining("", "accounts:\n  \"" + JobScene.ACCOUNT + "\":\n", ""));
        try (JobScene scene = new JobScene(DATABASE, directory, seed)) {
            regions.forEach(name -> scene.row(row(name, "in-" + name)));
            scene.lanes = SIDE_BY_SIDE;
            CyclicBarrier all = new CyclicBarrier(regions.size());
            scene.progress.whenStarted = entry -> meet(all);

            RunResult result = scene.run();

            assertThat(result.outcome()).isEqualTo(RunOutcome.COMPLETE);
        }
    }

    @Test
    void keepTheFilesOrderEach() throws Exception {
        try (JobScene scene = scene(stack("a"), stack("b"), stack("c"), stack("d"), stack("e"), stack("f"))) {
            List.of("c", "a", "e").forEach(stack -> scene.row(row(FRANKFURT, stack)));
            List.of("f", "b", "d").forEach(stack -> scene.row(row(IRELAND, stack)));
            scene.lanes = SIDE_BY_SIDE;

            scene.run();

            assertThat(scene.importsAskedFor())
                    .containsSubsequence("c", "a", "e")
                    .containsSubsequence("f", "b", "d")
                    .hasSize(6);
        }
    }

    @Test
    void areNotStoppedByOneWhoseImportHasNoEnd() throws Exception {
        try (JobScene scene = scene(stack("a", "import: hang"), stack("b"), stack("c"))) {
            scene.row(row(FRANKFURT, "a")).row(row(FRANKFURT, "b")).row(row(IRELAND, "c"));
            scene.lanes = SIDE_BY_SIDE;

            RunResult result = scene.run();

            assertThat(result.outcome()).isEqualTo(RunOutcome.LANE_BLOCKED);
            assertThat(scene.states()).containsExactly("UNRESOLVED TIMED_OUT", "READY", "IMPORTED");
        }
    }

    @Test
    void areNotStoppedByOneThatAnotherProcessHas() throws Exception {
        try (JobScene scene = scene(stack("a"), stack("b"));
                ProcessLocks other = new ProcessLocks(DATABASE.dataSource(), OTHER)) {
            scene.row(row(FRANKFURT, "a")).row(row(IRELAND, "b")).lanes = SIDE_BY_SIDE;
            other.tryLock("lane 111122223333/eu-central-1");

            RunResult result = scene.run();

            assertThat(result.outcome()).isEqualTo(RunOutcome.LANE_BLOCKED);
            assertThat(result.lockedLanes())
                    .singleElement()
                    .asString()
                    .startsWith("Process 4711 on host db1 is importing in 111122223333/eu-central-1");
            assertThat(scene.states()).containsExactly("READY", "IMPORTED");
        }
    }

    @Test
    void areFreeForOtherProcessesOnceTheyAreDone() throws Exception {
        try (JobScene scene = scene(stack("a"), stack("b"));
                ProcessLocks other = new ProcessLocks(DATABASE.dataSource(), OTHER)) {
            scene.row(row(FRANKFURT, "a")).row(row(IRELAND, "b"));
            scene.lanes = new LaneOptions(2, LaneScope.ACCOUNT_REGION, false);
            CyclicBarrier bothStarted = new CyclicBarrier(2);
            scene.progress.whenStarted = entry -> meet(bothStarted);
            scene.progress.whenEnded = entry -> {
                if (entry.lane().region().equals(IRELAND)) {
                    awaitFree(other, "lane 111122223333/eu-central-1");
                }
            };

            RunResult result = scene.run();

            assertThat(result.outcome()).isEqualTo(RunOutcome.COMPLETE);
        }
    }

    @Test
    void allEndWhenOneEndsTheRun() throws Exception {
        try (JobScene scene = scene(stack("a"), stack("b"), stack("c"))) {
            scene.row(row(FRANKFURT, "a")).row(row(IRELAND, "b")).row(row(IRELAND, "c"));
            scene.lanes = SIDE_BY_SIDE;
            CyclicBarrier both = new CyclicBarrier(2);
            scene.progress.whenStarted = entry -> {
                meet(both);
                if (entry.lane().region().equals(FRANKFURT)) {
                    throw new IllegalStateException("made to fail");
                }
            };
            scene.progress.whenEnded = entry -> awaitFailedLane();

            RunResult failed = scene.run();
            scene.progress.whenStarted = entry -> {};
            scene.progress.whenEnded = entry -> {};
            RunResult again = scene.run();

            assertThat(failed.failure()).get().extracting(Throwable::getMessage).isEqualTo("made to fail");
            assertThat(again.outcome()).isEqualTo(RunOutcome.COMPLETE);
            assertThat(scene.importsAskedFor()).containsExactlyInAnyOrder("a", "b", "c");
            assertThat(scene.executions()).containsExactly("FAILED", "COMPLETED");
        }
    }

    @Test
    void stopTogetherAndGoOnTogether() throws Exception {
        try (JobScene scene = scene(stack("a"), stack("b"), stack("c"), stack("d"))) {
            scene.row(row(FRANKFURT, "a"))
                    .row(row(IRELAND, "b"))
                    .row(row(FRANKFURT, "c"))
                    .row(row(IRELAND, "d"));
            scene.lanes = SIDE_BY_SIDE;
            scene.progress.whenEnded = entry -> scene.progress.stop.request();

            RunResult stopped = scene.run();
            scene.progress.whenEnded = entry -> {};
            RunResult again = scene.run();

            assertThat(stopped.outcome()).isEqualTo(RunOutcome.STOPPED);
            assertThat(again.outcome()).isEqualTo(RunOutcome.COMPLETE);
            assertThat(scene.importsAskedFor()).containsExactlyInAnyOrder("a", "b", "c", "d");
            assertThat(scene.executions()).containsExactly("STOPPED", "COMPLETED");
        }
    }

    @Test
    void shareOneLimit() throws Exception {
        try (JobScene scene = scene(stack("a"), stack("b"), stack("c"), stack("d"))) {
            scene.row(row(FRANKFURT, "a"))
                    .row(row(IRELAND, "b"))
                    .row(row(FRANKFURT, "c"))
                    .row(row(IRELAND, "d"));
            scene.lanes = SIDE_BY_SIDE;
            scene.limit = Optional.of(3);

            RunResult result = scene.run();

            assertThat(result.outcome()).isEqualTo(RunOutcome.LIMIT_REACHED);
            assertThat(scene.importsAskedFor()).hasSize(3);
        }
    }

    @Test
    void areWholeAccountsWhereTheUserSaysSo() throws Exception {
        try (JobScene scene = scene(stack("a", "import: hang"), stack("b"))) {
            scene.row(row(FRANKFURT, "a")).row(row(IRELAND, "b"));
            scene.lanes = new LaneOptions(256, LaneScope.ACCOUNT, false);

            scene.run();

            assertThat(scene.states()).containsExactly("UNRESOLVED TIMED_OUT", "READY");
        }
    }

    @Test
    void areOneWhereTheUserSaysThatTheRunIs() throws Exception {
        try (JobScene scene = scene(stack("a", "import: hang"), stack("b"))) {
            scene.row(row(FRANKFURT, "a")).row(row(IRELAND, "b"));
            scene.lanes = new LaneOptions(256, LaneScope.RUN, false);

            scene.run();

            assertThat(scene.states()).containsExactly("UNRESOLVED TIMED_OUT", "READY");
        }
    }

    @Test
    void ofAWholeAccountAreClosedToProcessesThatKnowItsRegions() throws Exception {
        try (JobScene scene = scene(stack("a"));
                ProcessLocks other = new ProcessLocks(DATABASE.dataSource(), OTHER)) {
            scene.row(row(FRANKFURT, "a"));
            scene.lanes = new LaneOptions(256, LaneScope.ACCOUNT, false);
            other.tryLock("lane 111122223333/eu-central-1");

            scene.run();

            assertThat(scene.states()).containsExactly("READY");
        }
    }

    @Test
    void thatTheFileHasNothingInAreNotTouchedWhateverALaneIs() throws Exception {
        try (JobScene scene = scene(stack("a"), stack("b"))) {
            scene.row(row(IRELAND, "b"));
            scene.progress.whenStarted = entry -> scene.progress.stop.request();
            scene.run();
            scene.progress.whenStarted = entry -> {};
            scene.lanes = new LaneOptions(256, LaneScope.RUN, false);
            scene.onlyRow(row(FRANKFURT, "a"));

            RunResult result = scene.run();

            assertThat(result.outcome()).isEqualTo(RunOutcome.COMPLETE);
            assertThat(scene.states()).containsExactly("IN_PROGRESS", "IMPORTED");
        }
    }

    @Test
    void areNotFollowedWithTheCredentialsOfAnotherAccount() throws Exception {
        try (JobScene scene = new JobScene(DATABASE, directory, twoAccounts())) {
            scene.row(inOtherAccount(row(FRANKFURT, "b")));
            scene.aws = new AwsOptions(Optional.of(new RoleSettings("Importer", null, "import")), 5);
            scene.progress.whenStarted = entry -> scene.progress.stop.request();
            scene.run();
            scene.progress.whenStarted = entry -> {};
            scene.aws = AwsOptions.DEFAULT;

            RunResult result = scene.run();

            assertThat(result.outcome()).isEqualTo(RunOutcome.LANE_BLOCKED);
            assertThat(scene.states()).containsExactly("IN_PROGRESS OTHER_ACCOUNT");
        }
    }

    @Test
    void areNeitherReadNorDecidedWithTheRoleOfAnotherAccount() throws Exception {
        try (JobScene scene = new JobScene(DATABASE, directory, twoAccounts())) {
            scene.row(inOtherAccount(row(FRANKFURT, "b"))).row(row(FRANKFURT, "a"));
            scene.aws = new AwsOptions(Optional.of(new RoleSettings("Importer", null, "import")), 5);
            scene.progress.whenStarted = entry -> scene.progress.stop.request();
            scene.run();
            scene.progress.whenStarted = entry -> {};
            scene.lanes = SIDE_BY_SIDE;
            String fixed = "arn:aws:iam::999900001111:role/Importer";
            scene.aws = new AwsOptions(Optional.of(new RoleSettings(fixed, null, "import")), 5);

            scene.run();

            assertThat(scene.states()).containsExactly("IN_PROGRESS OTHER_ACCOUNT", "IMPORTED");
        }
    }

    @Test
    void ofOtherAccountsAreWorkedOnWithTheirRole() throws Exception {
        try (JobScene scene = new JobScene(DATABASE, directory, twoAccounts())) {
            scene.row(row(FRANKFURT, "a")).row(inOtherAccount(row(FRANKFURT, "b")));
            scene.lanes = SIDE_BY_SIDE;
            scene.aws = new AwsOptions(Optional.of(new RoleSettings("Importer", null, "import")), 5);

            RunResult result = scene.run();

            assertThat(result.outcome()).isEqualTo(RunOutcome.COMPLETE);
        }
    }

    @Test
    void whoseRoleCannotBeAssumedLeaveTheOthersAlone() throws Exception {
        try (JobScene scene = new JobScene(DATABASE, directory, twoAccounts())) {
            scene.row(inOtherAccount(row(FRANKFURT, "b"))).row(row(FRANKFURT, "a"));
            scene.lanes = SIDE_BY_SIDE;
            scene.aws = new AwsOptions(Optional.of(new RoleSettings("Importer", null, "import")), 5);
            scene.faults("calls: [{fault: deny, operations: [AssumeRole]}]");

            RunResult result = scene.run();

            assertThat(result.outcome()).isEqualTo(RunOutcome.INCOMPLETE);
            assertThat(scene.states()).containsExactly("REJECTED ROLE_NOT_ASSUMED", "IMPORTED");
        }
    }

    private static String twoAccounts() {
        return "accounts:\n  \"" + JobScene.ACCOUNT + "\":\n" + region(FRANKFURT, stack("a")) + "  \"444455556666\":\n"
                + region(FRANKFURT, stack("b"));
    }

    private static String inOtherAccount(String row) {
        return row.replace(JobScene.ACCOUNT, "444455556666");
    }

    private JobScene scene(String... stacks) throws IOException {
        return new JobScene(
                DATABASE,
                directory,
                "accounts:\n  \"" + JobScene.ACCOUNT + "\":\n" + region(FRANKFURT, stacks) + region(IRELAND, stacks));
    }

    private static String row(String region, String stack) {
        return arn(region, stack) + ",prod-queue,pa-one," + stack;
    }

    /** Until Batch has it that a lane's step has failed. */
    private static void awaitFailedLane() {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (DATABASE.jdbc()
                        .sql("select count(*) from batch_step_execution where status = 'FAILED'")
                        .query(Long.class)
                        .single()
                == 0) {
            assertThat(System.nanoTime()).as("no lane has failed").isLessThan(deadline);
        }
    }

    private static void awaitFree(ProcessLocks other, String lock) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!other.tryLock(lock)) {
            assertThat(System.nanoTime()).as("%s is still held", lock).isLessThan(deadline);
        }
    }

    private static void meet(CyclicBarrier others) {
        try {
            others.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new AssertionError("The other lane did not come", e);
        }
    }
}
