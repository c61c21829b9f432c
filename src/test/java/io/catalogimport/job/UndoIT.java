package io.catalogimport.job;

import static io.catalogimport.job.JobScene.arn;
import static io.catalogimport.job.JobScene.stack;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.catalogimport.aws.CatalogGateway;
import io.catalogimport.database.LockHolder;
import io.catalogimport.database.PostgresDatabase;
import io.catalogimport.launch.NoSuchRunException;
import io.catalogimport.launch.OperatorDesk.RunName;
import io.catalogimport.launch.UndoResult;
import io.catalogimport.ledger.ProcessLocks;
import io.catalogimport.ledger.ReleaseChoice.All;
import io.catalogimport.ledger.ReleaseChoice.FailedCanary;
import io.catalogimport.ledger.ReleaseChoice.OnLines;
import io.catalogimport.ledger.Selection.Lines;
import io.catalogimport.report.RunOutcome;
import io.catalogimport.run.LaneOptions;
import io.catalogimport.run.LockedException;
import io.catalogimport.run.NoSuchRowException;
import io.catalogimport.run.RunCommand;
import io.catalogimport.sandbox.Call;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** What this program has imported can be taken out of Service Catalog again. The stacks stay. */
class UndoIT {
    @RegisterExtension
    static final PostgresDatabase DATABASE = new PostgresDatabase();

    @TempDir
    private Path directory = Path.of("");

    @Test
    void releasesWhatTheRunHasImportedTheNewestFirst() throws Exception {
        try (JobScene scene = scene("a", "b", "c")) {
            scene.run();

            UndoResult result = scene.undo();

            assertThat(scene.undone()).containsExactly("RELEASED c", "RELEASED b", "RELEASED a");
            assertThat(result.released()).isEqualTo(3);
            assertThat(scene.states()).containsOnly("RELEASED RELEASED_BY_UNDO");
            assertThat(scene.provisionedProducts()).isEmpty();
            assertThat(scene.livingStacks()).containsExactlyInAnyOrder("a", "b", "c");
        }
    }

    @Test
    void alwaysTellsAwsToKeepTheStack() throws Exception {
        try (JobScene scene = scene("a", "b")) {
            scene.run();

            scene.undo();

            assertThat(terminations(scene)).hasSize(2).allSatisfy(call -> assertThat(call.parameters())
                    .containsEntry("RetainPhysicalResources", "true")
                    .doesNotContainKey("IgnoreErrors"));
        }
    }

    @Test
    void writesTheResultsAgain() throws Exception {
        try (JobScene scene = scene("a")) {
            scene.run();

            scene.undo();

            assertThat(Files.readString(scene.results().resolve("results.csv")))
                    .contains(",RELEASED,RELEASED_BY_UNDO,Service Catalog has released provisioned product pp-");
            assertThat(Files.readString(scene.results().resolve("remaining.csv")))
                    .doesNotContain("stack/a/");
            assertThat(Files.readString(scene.results().resolve("summary.json")))
                    .containsPattern("\"RELEASED\" : 1");
        }
    }

    @Test
    void leavesWhatThisRunHasNotImported() throws Exception {
        String seed = "accounts:\n  \"" + JobScene.ACCOUNT + "\":\n"
                + JobScene.region(JobScene.REGION, stack("mine"), stack("theirs"), stack("broken", "import: fail"))
                + "      provisionedProducts:\n        - {name: theirs, stack: theirs, product: queue, version: one}\n";
        try (JobScene scene = new JobScene(DATABASE, directory, seed)) {
            scene.maps("theirs").maps("mine").maps("broken").run();

            scene.undo();

            assertThat(scene.undone()).containsExactly("RELEASED mine");
            assertThat(scene.states())
                    .containsExactly("ALREADY_IMPORTED", "RELEASED RELEASED_BY_UNDO", "FAILED ValidationError");
            assertThat(terminations(scene)).hasSize(1);
        }
    }

    @Test
    void releasesOnlyTheLinesThatTheUserNames() throws Exception {
        try (JobScene scene = scene("a", "b", "c", "d")) {
            scene.run();

            scene.undo(lines(new Lines(2, 2), new Lines(4, 5)));

            assertThat(scene.undone()).containsExactly("RELEASED d", "RELEASED c", "RELEASED a");
            assertThat(scene.states().get(1)).isEqualTo("IMPORTED");
        }
    }

    @Test
    void saysOfALineThatItWasNotImported() throws Exception {
        try (JobScene scene = JobScene.with(DATABASE, directory, stack("a", "import: fail"), stack("b"))) {
            scene.maps("a").maps("b").run();

            UndoResult result = scene.undo(lines(new Lines(2, 3)));

            assertThat(result.released()).isEqualTo(1);
            assertThat(result.notReleased()).isEqualTo(1);
            assertThat(result.left()).isZero();
            assertThatThrownBy(() -> scene.undo(lines(new Lines(9, 9)))).isInstanceOf(NoSuchRowException.class);
        }
    }

    @Test
    void releasesNothingTwice() throws Exception {
        try (JobScene scene = scene("a", "b")) {
            scene.run();
            scene.undo();

            UndoResult again = scene.undo();

            assertThat(again.released()).isZero();
            assertThat(again.notReleased()).isZero();
            assertThat(terminations(scene)).hasSize(2);
        }
    }

    @Test
    void aPlanChangesNothingAndSaysWhatWouldBeReleased() throws Exception {
        try (JobScene scene = scene("a", "b")) {
            scene.run();
            scene.update("b", Duration.ZERO);
            List<String> before = scene.states();

            UndoResult result = scene.undoPlan();

            assertThat(scene.undone()).containsExactly("NOT_RELEASED b", "RELEASABLE a");
            assertThat(result.releasable()).isEqualTo(1);
            assertThat(scene.states()).isEqualTo(before);
            assertThat(terminations(scene)).isEmpty();
        }
    }

    @Test
    void leavesAProvisionedProductThatIsUnderChange() throws Exception {
        try (JobScene scene = scene("a", "b")) {
            scene.run();
            scene.update("b", Duration.ZERO);

            UndoResult result = scene.undo();

            assertThat(scene.states()).containsExactly("RELEASED RELEASED_BY_UNDO", "IMPORTED RELEASE_PRODUCT_STATUS");
            assertThat(result.notReleased()).isEqualTo(1);
        }
    }

    @Test
    void releasesAProductThatWasUpdatedSinceItsImport() throws Exception {
        try (JobScene scene = scene("a")) {
            scene.run();
            scene.update("a");

            scene.undo();

            assertThat(scene.states()).containsExactly("RELEASED RELEASED_BY_UNDO");
        }
    }

    @Test
    void asksNothingOfAProductThatSomebodyElseHasTerminated() throws Exception {
        try (JobScene scene = scene("a")) {
            scene.run();
            scene.terminate("a");
            int before = terminations(scene).size();

            scene.undo();

            assertThat(scene.states()).containsExactly("RELEASED RELEASED_BY_OTHERS");
            assertThat(terminations(scene)).hasSize(before);
        }
    }

    @Test
    void saysThatProductAndStackAreGone() throws Exception {
        try (JobScene scene = scene("a")) {
            scene.run();
            scene.terminate("a");
            scene.deleteStack("a");

            UndoResult result = scene.undo();

            assertThat(scene.states()).containsExactly("IMPORTED RELEASE_ALL_GONE");
            assertThat(result.notReleased()).isEqualTo(1);
        }
    }

    @Test
    void aPlanShowsWhatIsGoneAlready() throws Exception {
        try (JobScene scene = scene("a")) {
            scene.run();
            scene.terminate("a");

            UndoResult result = scene.undoPlan();

            assertThat(scene.undone()).containsExactly("RELEASED a");
            assertThat(result.releasable()).isZero();
        }
    }

    @Test
    void leavesWhatSomebodyElseHasImportedWhileTheImportWasAskedFor() throws Exception {
        try (JobScene scene = scene("a")) {
            scene.progress.whenStarted = entry -> scene.importBySomebodyElse("a", "a");
            scene.run();
            assertThat(scene.states()).containsExactly("IMPORTED");

            scene.undo();

            assertThat(scene.states()).containsExactly("IMPORTED RELEASE_NOT_OURS");
            assertThat(scene.provisionedProducts()).containsExactly("a");
        }
    }

    @Test
    void releasesNoMoreThanTheUserHasAgreedTo() throws Exception {
        try (JobScene scene = scene("a", "b")) {
            scene.run();
            scene.agreed = 1;

            assertThatThrownBy(scene::undo)
                    .isInstanceOf(LockedException.class)
                    .hasMessageContaining("2 would be released now, not 1");

            assertThat(scene.states()).containsExactly("IMPORTED", "IMPORTED");
        }
    }

    @Test
    void leavesWhatSomebodyElseHasImportedAfterIt() throws Exception {
        try (JobScene scene = scene("a")) {
            scene.run();
            scene.terminate("a");
            scene.importBySomebodyElse("a", "a");
            int before = terminations(scene).size();

            scene.undo();

            assertThat(terminations(scene)).hasSize(before);
            assertThat(scene.provisionedProducts()).containsExactly("a");
        }
    }

    @Test
    void leavesAStackThatIsInProgressOrGone() throws Exception {
        try (JobScene scene = scene("a", "b")) {
            scene.run();
            scene.deleteStack("a");

            UndoResult result = scene.undo();

            assertThat(scene.states()).containsExactly("IMPORTED RELEASE_STACK_GONE", "RELEASED RELEASED_BY_UNDO");
            assertThat(result.notReleased()).isEqualTo(1);
        }
    }

    @Test
    void beginsNothingInALaneInWhichAnImportHasNoKnownEnd() throws Exception {
        String seed = "accounts:\n  \"" + JobScene.ACCOUNT + "\":\n"
                + JobScene.region(JobScene.REGION, stack("a"), stack("stuck", "import: hang"))
                + JobScene.region("eu-west-1", stack("c"));
        try (JobScene scene = new JobScene(DATABASE, directory, seed)) {
            scene.maps("a").row(arn("eu-west-1", "c") + ",prod-queue,pa-one,c").maps("stuck");
            scene.run();

            UndoResult result = scene.undo(lines(new Lines(2, 4)));

            assertThat(scene.undone()).containsExactly("NOT_RELEASED null", "RELEASED c");
            assertThat(result.obstacles())
                    .extracting(obstacle -> obstacle.line())
                    .containsExactly(4);
            assertThat(result.left()).isEqualTo(1);
        }
    }

    @Test
    void worksInSeveralLanesSideBySide() throws Exception {
        String seed = "accounts:\n  \"" + JobScene.ACCOUNT + "\":\n"
                + JobScene.region(JobScene.REGION, stack("a"), stack("b"))
                + JobScene.region("eu-west-1", stack("c"), stack("d"));
        try (JobScene scene = new JobScene(DATABASE, directory, seed)) {
            scene.maps("a").maps("b");
            scene.row(arn("eu-west-1", "c") + ",prod-queue,pa-one,c")
                    .row(arn("eu-west-1", "d") + ",prod-queue,pa-one,d");
            scene.lanes = new LaneOptions(4, scene.lanes.scope(), false);
            scene.run();

            UndoResult result = scene.undo();

            assertThat(result.released()).isEqualTo(4);
            assertThat(scene.undone()).containsSubsequence("RELEASED b", "RELEASED a");
            assertThat(scene.undone()).containsSubsequence("RELEASED d", "RELEASED c");
        }
    }

    @Test
    void takesBackACanaryThatHasFailed() throws Exception {
        try (JobScene scene = JobScene.with(
                DATABASE, directory, stack("old"), stack("a"), stack("bad", "import: fail"), stack("later"))) {
            scene.maps("old").maps("a").maps("bad").maps("later");
            scene.limit = Optional.of(1);
            scene.run();
            scene.limit = Optional.of(2);
            scene.run();
            scene.command = RunCommand.PLAN;
            scene.run();

            scene.undo(new FailedCanary());

            assertThat(scene.undone()).containsExactly("RELEASED a");
            assertThat(scene.states().get(0)).isEqualTo("IMPORTED");
        }
    }

    @Test
    void leavesACanaryThatHasNotFailed() throws Exception {
        try (JobScene scene = scene("a", "b")) {
            scene.limit = Optional.of(1);
            scene.run();

            UndoResult result = scene.undo(new FailedCanary());

            assertThat(result.released()).isZero();
            assertThat(scene.states()).containsExactly("IMPORTED", "READY");
        }
    }

    @Test
    void releasesWhatAnEarlierVersionOfTheFileHasImported() throws Exception {
        try (JobScene scene = JobScene.with(DATABASE, directory, stack("a"), stack("b"))) {
            scene.maps("a").run();
            String earlier = scene.digest();
            scene.maps("b").run();
            assertThat(scene.statesNow()).containsExactly("ALREADY_IMPORTED", "IMPORTED");

            scene.undo();
            List<String> own = scene.undone();
            scene.undo(new RunName(earlier.substring(0, 8), null), new All());

            assertThat(own).containsExactly("RELEASED b");
            assertThat(scene.undone()).containsExactly("RELEASED a");
            assertThat(scene.statesNow()).containsExactly("RELEASED RELEASED_BY_UNDO", "RELEASED RELEASED_BY_UNDO");
        }
    }

    @Test
    void isRefusedWhileAnotherProcessWorksOnTheFileOrInALane() throws Exception {
        try (JobScene scene = scene("a");
                ProcessLocks other = new ProcessLocks(
                        DATABASE.dataSource(), new LockHolder("db1", 4711, "mappings.csv", Instant.EPOCH))) {
            scene.run();
            for (String lock : List.of("run " + scene.digest(), "lane " + JobScene.ACCOUNT + "/" + JobScene.REGION)) {
                other.tryLock(lock);

                assertThatThrownBy(scene::undo)
                        .isInstanceOf(LockedException.class)
                        .hasMessageContaining("Process 4711 on host db1");

                other.unlock(lock);
            }
            assertThat(scene.states()).containsExactly("IMPORTED");
        }
    }

    @Test
    void knowsNoRunOfAFileThatWasNeverStarted() throws Exception {
        try (JobScene scene = scene("a")) {
            assertThatThrownBy(scene::undo).hasRootCauseInstanceOf(NoSuchRunException.class);
        }
    }

    @Test
    void followsALostAnswerAndAsksOnce() throws Exception {
        try (JobScene scene = scene("a")) {
            scene.run();
            scene.faults("calls: [{fault: cut-after, operations: [TerminateProvisionedProduct], times: 1}]");

            scene.undo();

            assertThat(scene.states()).containsExactly("RELEASED RELEASED_BY_UNDO");
            assertThat(terminations(scene)).hasSize(1);
            assertThat(scene.livingStacks()).containsExactly("a");
        }
    }

    @Test
    void doesNotTakeBackAReleaseThatAwsShowsLate() throws Exception {
        try (JobScene scene = scene("a")) {
            scene.run();
            LaggingCatalog catalog = new LaggingCatalog(scene.time);
            scene.also = beans -> beans.registerBean(LaggingCatalog.class, () -> catalog);
            scene.faults("calls: [{fault: cut-after, operations: [TerminateProvisionedProduct], times: 1}]");
            catalog.whenAsked = scene::requestStop;
            scene.undo();
            assertThat(scene.states()).containsExactly("RELEASING");
            catalog.whenAsked = () -> {};
            catalog.lagsUntil = scene.time.instant().plusSeconds(50);

            scene.undo();

            assertThat(scene.states()).containsExactly("RELEASED RELEASED_BY_UNDO");
            assertThat(terminations(scene)).hasSize(1);
        }
    }

    @Test
    void triesAReleaseThatHasFailedOnce() throws Exception {
        try (JobScene scene = JobScene.with(DATABASE, directory, stack("bad", "import: fail"), stack("a"))) {
            scene.maps("bad").maps("a").run();
            releasing("a", "(select record_id from mapping_ledger where line = 2)");

            UndoResult result = scene.undo();

            assertThat(scene.undone()).containsExactly("NOT_RELEASED a");
            assertThat(scene.states()).containsExactly("FAILED ValidationError", "IMPORTED RELEASE_FAILED");
            assertThat(result.notReleased()).isEqualTo(1);
        }
    }

    @Test
    void beginsNothingInAnotherLaneWhileAReleaseHasNoKnownEnd() throws Exception {
        try (JobScene scene = twoLanes()) {
            scene.run();
            releasing("b", "null");
            scene.faults("calls: [{fault: deny, operations: [DescribeProvisionedProduct], times: 1}]");

            UndoResult result = scene.undo();

            assertThat(scene.undone()).containsExactly("RELEASING b");
            assertThat(result.left()).isEqualTo(1);
            assertThat(scene.states()).containsExactly("IMPORTED", "RELEASING ACCESS_DENIED");
        }
    }

    @Test
    void endsWhatItHasBegunInOtherLanesBeforeAnErrorEndsIt() throws Exception {
        try (JobScene scene = twoLanes()) {
            scene.run();
            scene.lanes = new LaneOptions(2, scene.lanes.scope(), false);
            CyclicBarrier both = new CyclicBarrier(2);
            CountDownLatch failed = new CountDownLatch(1);
            CountDownLatch returned = new CountDownLatch(1);
            Set<Thread> known = ConcurrentHashMap.newKeySet();
            LaggingCatalog catalog = new LaggingCatalog(scene.time);
            scene.also = beans -> beans.registerBean(LaggingCatalog.class, () -> catalog);
            catalog.whenAsked = () -> {
                if (known.add(Thread.currentThread())) {
                    await(both);
                    if (isSecondThread()) {
                        await(failed, Duration.ofSeconds(20));
                        await(returned, Duration.ofMillis(500));
                    }
                }
            };
            scene.whenUndone = row -> {
                if (!isSecondThread()) {
                    failed.countDown();
                    throw new IllegalStateException("no more room");
                }
            };

            assertThatThrownBy(scene::undo).hasMessageContaining("no more room");
            returned.countDown();

            assertThat(scene.states()).containsOnly("RELEASED RELEASED_BY_UNDO");
        }
    }

    @Test
    void costsOnlyItsOwnRowWhenAwsRefuses() throws Exception {
        try (JobScene scene = scene("a", "b")) {
            scene.run();
            scene.faults("calls: [{fault: deny, operations: [TerminateProvisionedProduct], times: 1}]");

            UndoResult result = scene.undo();

            assertThat(scene.states()).containsExactly("RELEASED RELEASED_BY_UNDO", "IMPORTED ACCESS_DENIED");
            assertThat(result.denied()).isEqualTo(1);
        }
    }

    @Test
    void stopsBetweenTwoReleases() throws Exception {
        try (JobScene scene = scene("a", "b")) {
            scene.run();
            scene.whenUndone = row -> scene.requestStop();

            UndoResult stopped = scene.undo();
            scene.whenUndone = row -> {};
            UndoResult rest = scene.undo();

            assertThat(stopped.stopped()).isTrue();
            assertThat(stopped.released()).isEqualTo(1);
            assertThat(rest.released()).isEqualTo(1);
            assertThat(terminations(scene)).hasSize(2);
        }
    }

    @Test
    void aRunWithReleasedRowsIsCompleteAndImportsNothingAgain() throws Exception {
        try (JobScene scene = scene("a", "b")) {
            scene.run();
            scene.undo(lines(new Lines(2, 2)));

            RunOutcome again = scene.run().outcome();

            assertThat(again).isEqualTo(RunOutcome.COMPLETE);
            assertThat(scene.states()).containsExactly("RELEASED RELEASED_BY_UNDO", "IMPORTED");
            assertThat(scene.importsAskedFor()).containsExactly("a", "b");
        }
    }

    private static boolean isSecondThread() {
        return Thread.currentThread().getName().endsWith("-thread-2");
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(20, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static void await(CountDownLatch latch, Duration atMost) {
        try {
            latch.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** An earlier undo has begun the release of the row, with this record. */
    private static void releasing(String name, String record) {
        DATABASE.jdbc()
                .sql("update mapping_ledger set state = 'RELEASING', release_token = 't', release_resources = 'r',"
                        + " release_record_id = " + record + " where provisioned_product_name = ?")
                .param(name)
                .update();
    }

    /** Stack a in one lane and stack b in another. */
    private JobScene twoLanes() throws IOException {
        String seed = "accounts:\n  \"" + JobScene.ACCOUNT + "\":\n"
                + JobScene.region(JobScene.REGION, stack("a"))
                + JobScene.region("eu-west-1", stack("b"));
        return new JobScene(DATABASE, directory, seed).maps("a").row(arn("eu-west-1", "b") + ",prod-queue,pa-one,b");
    }

    private static OnLines lines(Lines... lines) {
        return new OnLines(List.of(lines));
    }

    private JobScene scene(String... names) throws IOException {
        String[] stacks = List.of(names).stream().map(JobScene::stack).toArray(String[]::new);
        JobScene scene = JobScene.with(DATABASE, directory, stacks);
        List.of(names).forEach(scene::maps);
        return scene;
    }

    private static List<Call> terminations(JobScene scene) {
        return scene.calls().stream()
                .filter(call -> call.operation().equals("TerminateProvisionedProduct"))
                .filter(call -> call.status() == 200)
                .toList();
    }

    /** Service Catalog, which may show a provisioned product by its id as it was at the first look. */
    private static final class LaggingCatalog implements BeanPostProcessor {
        private final Clock clock;
        private final Map<String, Object> first = new ConcurrentHashMap<>();
        private Instant lagsUntil = Instant.MIN;
        private Runnable whenAsked = () -> {};

        LaggingCatalog(Clock clock) {
            this.clock = clock;
        }

        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            return bean instanceof CatalogGateway catalog
                    ? Proxy.newProxyInstance(
                            CatalogGateway.class.getClassLoader(),
                            new Class<?>[] {CatalogGateway.class},
                            (proxy, method, arguments) -> answer(catalog, method, arguments))
                    : bean;
        }

        private Object answer(CatalogGateway catalog, Method method, Object[] arguments) throws Throwable {
            if (!method.getName().equals("findProvisionedProduct")) {
                return method.invoke(catalog, arguments);
            }
            String id = String.valueOf(arguments[1]);
            if (first.containsKey(id) && clock.instant().isBefore(lagsUntil)) {
                return first.get(id);
            }
            Object answer = method.invoke(catalog, arguments);
            first.putIfAbsent(id, answer);
            whenAsked.run();
            return answer;
        }
    }
}
