package io.catalogimport.job;

import static io.catalogimport.job.JobScene.arn;
import static io.catalogimport.job.JobScene.stack;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.catalogimport.database.PostgresDatabase;
import io.catalogimport.sandbox.Call;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import software.amazon.awssdk.core.SdkGlobalTime;

/**
 * An undo dies at every write to the database and at every call of AWS, and is started again: every stack stands, each is
 * released once, and the results are those of an undo that nothing has disturbed.
 */
class UndoCrashMatrixIT {
    @RegisterExtension
    static final PostgresDatabase DATABASE = new PostgresDatabase();

    private static final Logger LOG = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private static final Level LEVEL = LOG.getLevel();
    private static final Map<String, Object> QUICK =
            Map.of("spring.flyway.enabled", "false", "spring.datasource.hikari.minimum-idle", "1");

    @TempDir
    private Path directory = Path.of("");

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

    /**
     * What an undo leaves.
     *
     * @param released the provisioned products that AWS was told to let go of, each as often as that took effect
     */
    private record End(List<String> states, List<String> released, List<String> stacks, String results) {
        static End of(JobScene scene) throws IOException {
            return new End(
                    scene.states(),
                    scene.calls().stream()
                            .filter(call -> call.operation().equals("TerminateProvisionedProduct"))
                            .map(Call::recordId)
                            .filter(Objects::nonNull)
                            .distinct()
                            .map(record -> "one")
                            .toList(),
                    scene.livingStacks().stream().sorted().toList(),
                    Files.readString(scene.results().resolve("results.csv"))
                            .replaceAll("\\b(rec|pp)-\\w+", "$1")
                            .replaceAll(" by record rec", "")
                            .replaceAll("\\b20\\d\\d-\\d\\d-\\d\\dT[\\d:.]+Z", "time"));
        }
    }

    private record Undisturbed(List<String> points, End end) {}

    @TestFactory
    Stream<DynamicTest> endsAsIfUndisturbedWhereverTheProcessDies() throws Exception {
        Undisturbed undisturbed = undisturbed();
        List<String> points = undisturbed.points();

        return IntStream.range(0, points.size())
                .mapToObj(point -> DynamicTest.dynamicTest(points.get(point), () -> {
                    try (JobScene scene = imported("dies-at-" + point)) {
                        MortalProcess dying = new MortalProcess(DATABASE, point);
                        Throwable death = catchThrowable(() -> undo(scene, dying));

                        scene.undo();

                        assertThat(dying.isDead()).as("%s", death).isTrue();
                        assertThat(dying.points()).isEqualTo(points.subList(0, point + 1));
                        assertThat(End.of(scene)).isEqualTo(undisturbed.end());
                    }
                }));
    }

    private Undisturbed undisturbed() throws Exception {
        try (JobScene scene = imported("undisturbed")) {
            MortalProcess process = MortalProcess.immortal(DATABASE);
            undo(scene, process);
            End end = End.of(scene);
            assertThat(end.states()).containsOnly("RELEASED RELEASED_BY_UNDO");
            assertThat(end.stacks()).containsExactly("a", "b");
            return new Undisturbed(process.points(), end);
        }
    }

    private static void undo(JobScene scene, MortalProcess process) throws Exception {
        MortalCalls.madeBy(process);
        scene.also = context -> {
            quick(context);
            context.registerBean(MortalDatabase.class, () -> new MortalDatabase(process));
        };
        try {
            scene.undo();
        } finally {
            scene.also = UndoCrashMatrixIT::quick;
            MortalCalls.madeBy(null);
        }
    }

    private static void quick(GenericApplicationContext context) {
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("quick", QUICK));
    }

    /** Two stacks in two lanes, both imported; a release takes two looks. */
    private JobScene imported(String name) throws Exception {
        DATABASE.empty();
        String seed = "accounts:\n  \"" + JobScene.ACCOUNT + "\":\n"
                + JobScene.region(JobScene.REGION, stack("a"))
                + JobScene.region("eu-west-1", stack("b"));
        JobScene scene = new JobScene(DATABASE, Files.createDirectory(directory.resolve(name)), seed);
        scene.also = UndoCrashMatrixIT::quick;
        SdkGlobalTime.setGlobalTimeOffset(
                (int) Duration.between(scene.time.instant(), Instant.now()).toSeconds());
        scene.maps("a").row(arn("eu-west-1", "b") + ",prod-queue,pa-one,b");
        scene.run();
        return scene;
    }
}
