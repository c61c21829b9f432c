package io.catalogimport.job;

import static io.catalogimport.job.JobScene.stack;
import static org.assertj.core.api.Assertions.assertThat;

import io.catalogimport.database.PostgresDatabase;
import io.catalogimport.launch.RunResult;
import io.catalogimport.report.RunOutcome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * Thirty nights of a file that grows, while by day products are brought to another version, tainted by an update that
 * fails, and terminated with their stacks kept.
 */
class NightlyFileIT {
    @RegisterExtension
    static final PostgresDatabase DATABASE = new PostgresDatabase();

    private static final int NIGHTS = 30;

    /** On these nights, the file has a bad row; it is removed the next day. */
    private static final Set<Integer> BAD_NIGHTS = Set.of(7, 8, 20);

    @TempDir
    private Path directory = Path.of("");

    private final List<String> mapped = new ArrayList<>();
    private final Set<String> imported = new HashSet<>();
    private final Map<String, Long> importsExpected = new LinkedHashMap<>();

    @Test
    void importEachGoodRowOnceAndTakeTheRestForDone() throws Exception {
        try (JobScene scene = JobScene.with(DATABASE, directory, stacks())) {
            scene.also = NightlyFileIT::quick;
            for (int night = 1; night <= NIGHTS; night++) {
                play(scene, night);
                byDay(scene, night);
                scene.time.advance(Duration.ofHours(20));
            }
            assertThat(scene.importsAskedFor().stream()
                            .collect(Collectors.groupingBy(name -> name, Collectors.counting())))
                    .isEqualTo(importsExpected);
        }
    }

    /** Two new ones a night; updates of the first fail in every third night. */
    private static String[] stacks() {
        return IntStream.rangeClosed(1, NIGHTS)
                .boxed()
                .flatMap(night -> Stream.of(
                        night % 3 == 0 ? stack("a" + night, "import: {update: fail}") : stack("a" + night),
                        stack("b" + night)))
                .toArray(String[]::new);
    }

    private void play(JobScene scene, int night) throws Exception {
        mapped.add("a" + night);
        mapped.add("b" + night);
        scene.instead(mapped.get(0));
        mapped.stream().skip(1).forEach(scene::maps);
        boolean isBad = BAD_NIGHTS.contains(night);
        if (isBad) {
            scene.maps("missing-" + night);
        }
        scene.strict = night % 2 == 1;

        RunResult result = scene.run();

        assertThat(result.outcome())
                .as("night %d: %s", night, scene.statesNow())
                .isEqualTo(isBad ? RunOutcome.INCOMPLETE : RunOutcome.COMPLETE);
        boolean imports = !isBad || !scene.strict;
        assertThat(scene.statesNow()).as("night %d", night).isEqualTo(expected(isBad, imports));
        if (imports) {
            mapped.stream().filter(imported::add).forEach(name -> importsExpected.merge(name, 1L, Long::sum));
        }
    }

    private List<String> expected(boolean isBad, boolean imports) {
        List<String> expected = new ArrayList<>();
        for (String name : mapped) {
            expected.add(imported.contains(name) ? "ALREADY_IMPORTED" : imports ? "IMPORTED" : "READY");
        }
        if (isBad) {
            expected.add("REJECTED STACK_NOT_FOUND");
        }
        return expected;
    }

    private void byDay(JobScene scene, int night) {
        if (imported.contains("a" + night)) {
            scene.update("a" + night);
        }
        if (night % 4 == 0 && imported.contains("b" + night)) {
            scene.terminate("b" + night);
            imported.remove("b" + night);
        }
        if (night % 7 == 6) {
            scene.terminate("a" + (night - 2));
            imported.remove("a" + (night - 2));
        }
    }

    private static void quick(GenericApplicationContext context) {
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "quick",
                        Map.of("spring.flyway.enabled", "false", "spring.datasource.hikari.minimum-idle", "1")));
    }
}
