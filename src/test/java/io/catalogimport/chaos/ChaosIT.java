package io.catalogimport.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The short form of {@code make chaos}. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "There are no signals.")
class ChaosIT {
    private static final ChaosSettings SHORT =
            new ChaosSettings(3, 12, 4, Duration.ofSeconds(3), Duration.ofMinutes(2));

    @Test
    void importsEveryStackOnceAndInOrderWhateverDies(@TempDir Path root) {
        try (Chaos chaos = new Chaos(SHORT, root, round -> {})) {
            ChaosReport report = chaos.run();

            assertThat(report.isClean())
                    .as("%s%s", report.table(), report.complaints())
                    .isTrue();
            assertThat(report.outages()).isPositive();
        }
    }
}
