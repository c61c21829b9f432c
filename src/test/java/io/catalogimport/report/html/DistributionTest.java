package io.catalogimport.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DistributionTest {
    private final Distribution distribution = new Distribution();

    @Test
    void knowsTheMedianAndTheLongest() {
        IntStream.rangeClosed(1, 99).forEach(this::add);

        assertThat(distribution.quantile(0.5)).isEqualTo(Duration.ofSeconds(50));
        assertThat(distribution.quantile(1)).isEqualTo(Duration.ofSeconds(99));
    }

    @Test
    void hasEachDurationInOneOfAboutTwentyColumns() {
        IntStream.rangeClosed(30, 95).forEach(this::add);

        assertThat(distribution.bins()).hasSizeBetween(10, 22);
        assertThat(distribution.bins().stream()
                        .mapToLong(Distribution.Bin::count)
                        .sum())
                .isEqualTo(66);
    }

    @Test
    void isNotCrushedByOneImportThatTookVeryLong() {
        IntStream.rangeClosed(30, 95).forEach(this::add);
        add(7_200);

        assertThat(distribution.bins()).hasSizeLessThan(25);
        assertThat(distribution.bins().get(distribution.bins().size() - 1))
                .satisfies(rest -> assertThat(rest.words()).endsWith("and longer"))
                .satisfies(rest -> assertThat(rest.count()).isEqualTo(1));
    }

    @Test
    void hasNoColumnsWithoutDurations() {
        assertThat(distribution.bins()).isEmpty();
        assertThat(distribution.quantile(0.5)).isZero();
    }

    private void add(int seconds) {
        distribution.add(Duration.ofSeconds(seconds));
    }
}
