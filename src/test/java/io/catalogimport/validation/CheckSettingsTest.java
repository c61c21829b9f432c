package io.catalogimport.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Verdicts are kept for settings of the same text. */
class CheckSettingsTest {
    @Test
    void differInTheAgeOfAnUpdateOnlyIfThatRejects() {
        assertThat(text("STACK_UPDATED_RECENTLY", 1)).isNotEqualTo(text("STACK_UPDATED_RECENTLY", 30));
        assertThat(text("STACK_DRIFTED", 1)).isEqualTo(text("STACK_DRIFTED", 30));
    }

    @Test
    void areTheSameForTwoStartsOneAfterTheOther() {
        assertThat(text("STACK_UPDATED_RECENTLY", 7))
                .isEqualTo("--template-check STRICT --warn-as-error STACK_UPDATED_RECENTLY --updated-within 10080m");
    }

    private static String text(String code, int days) {
        Duration within = Duration.ofDays(days);
        return new CheckSettings(
                        TemplateCheck.STRICT,
                        false,
                        new WarningSettings(Set.of(code), Instant.EPOCH.minus(within), within))
                .toString();
    }
}
