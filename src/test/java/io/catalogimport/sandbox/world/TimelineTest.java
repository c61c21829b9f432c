package io.catalogimport.sandbox.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class TimelineTest {
    private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");

    private final Timeline<String> timeline = Timeline.starting(START, "first").then(START.plusSeconds(2), "second");

    @Test
    void aValueHoldsUntilTheNextOneBegins() {
        assertThat(timeline.at(START)).isEqualTo("first");
        assertThat(timeline.at(START.plusMillis(1999))).isEqualTo("first");
        assertThat(timeline.at(START.plusSeconds(2))).isEqualTo("second");
        assertThat(timeline.at(START.plusSeconds(9999))).isEqualTo("second");
    }

    @Test
    void tellsSinceWhenAValueHolds() {
        assertThat(timeline.changedAt(START.plusSeconds(1))).isEqualTo(START);
        assertThat(timeline.changedAt(START.plusSeconds(5))).isEqualTo(START.plusSeconds(2));
    }

    @Test
    void ofTwoValuesOfOneMomentTheLaterHolds() {
        assertThat(timeline.then(START.plusSeconds(2), "third").at(START.plusSeconds(2)))
                .isEqualTo("third");
    }
}
