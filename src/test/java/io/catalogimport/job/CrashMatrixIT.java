package io.catalogimport.job;

import static io.catalogimport.job.JobScene.arn;
import static io.catalogimport.job.JobScene.stack;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.catalogimport.database.PostgresDatabase;
import io.catalogimport.job.validate.ValidationThreads;
import io.catalogimport.launch.RunResult;
import io.catalogimport.report.RunOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import software.amazon.awssdk.core.SdkGlobalTime;

/**
 * The process dies at every write to the database and at every call of AWS, just before it and just after it, and is
 * started again: all must end as if nothing had been. Left out is only what is the same to the world as another point:
 * before a write of Batch's own, a commit or a call that only looks, nothing has changed since the effect before.
 */
class CrashMatrixIT {
    @RegisterExtension
    static final PostgresDatabase DATABASE = new PostgresDatabase();

    private static final Logger LOG = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private static final Level LEVEL = LOG.getLevel();

    /** What makes starts quick: the tables are there already, and few connections are needed. */
    private static final Map<String, Object> QUICK =
            Map.of("spring.flyway.enabled", "false", "spring.datasource.hikari.minimum-idle", "1");

    /** Two looks at the record and two at the stack. */
    private static final String SHORT = "import: {record: 600ms, stack: 200ms}";

    @TempDir
    private Path directory = Path.of("");

    /** Hundreds of deaths are a lot to log, and all as expected. */
    @BeforeAll
    static void beSilent() {
        System.setProperty(LoggingSystem.SYSTEM_PROPERTY, LoggingSystem.NONE);
        LOG.setLevel(Level.OFF);
    }

    @AfterAll
    static void beHeardAgain() {
        LOG.setLevel(LEVEL);
        System.clearProperty(LoggingSystem.SYSTEM_PROPERTY);
    }

    @TestFactory
    Stream<DynamicTest> endsAsIfUndisturbedWhereverTheProcessDies() throws Exception {
        Undisturbed undisturbed = undisturbed();
        List<String> points = undisturbed.points();

        return IntStream.range(0, points.size())
                .filter(point -> isTried(points.get(point)))
                .mapToObj(point -> DynamicTest.dynamicTest(points.get(point), () -> {
                    try (JobScene scene = scene("dies-at-" + point)) {
                        MortalProcess dying = new MortalProcess(DATABASE, point);
                        runUntilDeath(scene, dying);

                        RunResult result = scene.run();

                        assertThat(dying.points()).isEqualTo(points.subList(0, point + 1));
                        assertThat(result.outcome()).isEqualTo(RunOutcome.COMPLETE);
                        assertThat(CrashMatrixEnd.of(scene)).isEqualTo(undisturbed.end());
                    }
                }));
    }

    /** Recovery writes too, and may be cut off as well. */
    @TestFactory
    Stream<DynamicTest> endsAsIfUndisturbedWhereverTheProcessDiesInItsRecovery() throws Exception {
        Undisturbed undisturbed = undisturbed();
        int lostAnswer = undisturbed.points().indexOf("after ImportAsProvisionedProduct #1");
        List<String> points = recovery(lostAnswer);

        return IntStream.range(0, points.size())
                .filter(point -> isTried(points.get(point)))
                .mapToObj(point -> DynamicTest.dynamicTest(points.get(point), () -> {
                    try (JobScene scene = scene("dies-again-at-" + point)) {
                        runUntilDeath(scene, new MortalProcess(DATABASE, lostAnswer));
                        MortalProcess dyingAgain = new MortalProcess(DATABASE, point);
                        runUntilDeath(scene, dyingAgain);

                        RunResult result = scene.run();

                        assertThat(dyingAgain.points()).isEqualTo(points.subList(0, point + 1));
                        assertThat(result.outcome()).isEqualTo(RunOutcome.COMPLETE);
                        assertThat(CrashMatrixEnd.of(scene)).isEqualTo(undisturbed.end());
                    }
                }));
    }

    /**
     * Batch writes its own tables in transactions whose commits are points themselves. So a death at such a write is like one
     * before the commit, and one of each kind is enough.
     */
    private static boolean isTried(String point) {
        return !point.contains(" BATCH_") || point.endsWith("#1");
    }

    private Undisturbed undisturbed() throws Exception {
        try (JobScene scene = scene("undisturbed")) {
            MortalProcess process = MortalProcess.immortal(DATABASE);
            RunResult result = run(scene, process);
            CrashMatrixEnd end = CrashMatrixEnd.of(scene);
            assertThat(result.outcome()).isEqualTo(RunOutcome.COMPLETE);
            assertThat(end.imports()).containsExactly("a", "c", "b");
            return new Undisturbed(process.points(), end);
        }
    }

    /** The points of a start after that death, until what was in flight has ended. */
    private List<String> recovery(int death) throws Exception {
        try (JobScene scene = scene("recovery")) {
            runUntilDeath(scene, new MortalProcess(DATABASE, death));
            MortalProcess process = MortalProcess.immortal(DATABASE);
            run(scene, process);
            String end = "after update mapping_ledger IMPORTED #1";
            assertThat(process.points()).contains("after update BATCH_JOB_EXECUTION FAILED #1", end);
            return process.points().subList(0, process.points().indexOf(end) + 1);
        }
    }

    /** How the methods of a dead process end does not matter. */
    private static void runUntilDeath(JobScene scene, MortalProcess process) {
        Throwable end = catchThrowable(() -> run(scene, process));
        assertThat(process.isDead()).as("%s", end).isTrue();
    }

    private static RunResult run(JobScene scene, MortalProcess process) throws Exception {
        MortalCalls.madeBy(process);
        scene.also = context -> {
            quick(context);
            context.registerBean(MortalDatabase.class, () -> new MortalDatabase(process));
        };
        try {
            return scene.run();
        } finally {
            scene.also = CrashMatrixIT::quick;
            MortalCalls.madeBy(null);
        }
    }

    private static void quick(GenericApplicationContext context) {
        context.registerBean(OneThread.class);
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("quick", QUICK));
    }

    /** Two lanes, in one of them two imports and one that was made before; the last row has a warning. */
    private JobScene scene(String name) throws IOException {
        DATABASE.empty();
        String seed = "accounts:\n  \"" + JobScene.ACCOUNT + "\":\n"
                + JobScene.region(JobScene.REGION, stack("a", SHORT), stack("b", SHORT), stack("done"))
                + "      provisionedProducts:\n        - {name: done, stack: done, product: queue, version: one}\n"
                + JobScene.region("eu-west-1", stack("c", SHORT));
        JobScene scene = new JobScene(DATABASE, Files.createDirectory(directory.resolve(name)), seed);
        scene.also = CrashMatrixIT::quick;
        // Otherwise the SDK learns the sandbox's time from a refusal now and then, and calls once more.
        SdkGlobalTime.setGlobalTimeOffset(
                (int) Duration.between(scene.time.instant(), Instant.now()).toSeconds());
        return scene.maps("a")
                .maps("done")
                .row(arn("eu-west-1", "c") + ",prod-queue,pa-one,c")
                .row(arn(JobScene.REGION, "b") + ",prod-queue,pa-hidden,b");
    }

    /** Rows are validated one after the other, so that the points come in the same order each time. */
    private static final class OneThread implements BeanPostProcessor {
        @Override
        public Object postProcessBeforeInitialization(Object bean, String name) {
            return bean instanceof ValidationThreads ? new ValidationThreads(1, 1) : bean;
        }
    }

    private record Undisturbed(List<String> points, CrashMatrixEnd end) {}
}
