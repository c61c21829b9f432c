package io.catalogimport.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The short form of {@code make chaos WORKERS=4}. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "There are no signals.")
class SharedChaosIT {
    private static final ChaosSettings SHORT = new ChaosSettings(5, 9, 2, Duration.ofSeconds(3), Duration.ofMinutes(2));
    private static final CrewSettings CREW = new CrewSettings(2, 6, 2, true);

    @Test
    void importsEveryStackOnceAndKeepsItsLimitWhicheverWorkerDies(@TempDir Path root) {
        try (SharedChaos chaos = new SharedChaos(SHORT, CREW, Limit.ofImports(6), root, round -> {})) {
            SharedReport report = chaos.run();

            assertThat(report.isClean())
                    .as("%s%s", report.table(), report.complaints())
                    .isTrue();
        }
    }
}
