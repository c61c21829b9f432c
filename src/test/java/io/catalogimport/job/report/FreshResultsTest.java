package io.catalogimport.job.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class FreshResultsTest {
    @Test
    void areWrittenEveryHalfMinuteWhereThatIsQuick() {
        assertThat(FreshResults.waitAfter(Duration.ofMillis(300))).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void takeAtMostATwentiethOfTheTimeHoweverManyRowsThereAre() {
        assertThat(FreshResults.waitAfter(Duration.ofSeconds(9))).isEqualTo(Duration.ofMinutes(3));
    }
}
