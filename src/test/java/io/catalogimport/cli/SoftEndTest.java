package io.catalogimport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class SoftEndTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    /** 22:00 in Berlin. */
    private static final Instant EVENING = Instant.parse("2026-03-01T21:00:00Z");

    @Test
    void isTheNextTimeThatTheClockShowsThat() {
        assertThat(new SoftEnd(LocalTime.of(6, 0), null).after(EVENING, BERLIN))
                .contains(Instant.parse("2026-03-02T05:00:00Z"));
        assertThat(new SoftEnd(LocalTime.of(23, 30), null).after(EVENING, BERLIN))
                .contains(Instant.parse("2026-03-01T22:30:00Z"));
    }

    @Test
    void isADayLaterWhereTheClockShowsItRightNow() {
        assertThat(new SoftEnd(LocalTime.of(22, 0), null).after(EVENING, BERLIN))
                .contains(Instant.parse("2026-03-02T21:00:00Z"));
    }

    @Test
    void keepsToTheClockWhenItIsSetToSummerTimeInTheNight() {
        assertThat(new SoftEnd(LocalTime.of(6, 0), null).after(Instant.parse("2026-03-28T21:00:00Z"), BERLIN))
                .contains(Instant.parse("2026-03-29T04:00:00Z"));
    }

    @Test
    void isTheFirstOfTwo() {
        assertThat(new SoftEnd(LocalTime.of(6, 0), Duration.ofHours(4)).after(EVENING, BERLIN))
                .contains(EVENING.plus(Duration.ofHours(4)));
    }

    @Test
    void isNoneUnlessTheUserWantsOne() {
        assertThat(new SoftEnd(null, null).after(EVENING, BERLIN)).isEmpty();
    }
}
