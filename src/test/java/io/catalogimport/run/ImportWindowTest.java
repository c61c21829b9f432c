package io.catalogimport.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When imports may begin, also in the nights in which the clock is changed. */
class ImportWindowTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest
    @CsvSource({
        // An ordinary day: 22:00 in Berlin is 21:00 UTC.
        "06:00,2026-03-01T21:00:00Z,2026-03-02T05:00:00Z",
        "23:30,2026-03-01T21:00:00Z,2026-03-01T22:30:00Z",
        "22:00,2026-03-01T21:00:00Z,2026-03-02T21:00:00Z",
        // The night to summer time, in which 02:00 to 03:00 is skipped at 01:00 UTC.
        "06:00,2026-03-28T21:00:00Z,2026-03-29T04:00:00Z",
        "02:30,2026-03-28T21:00:00Z,2026-03-29T01:00:00Z",
        "03:00,2026-03-28T21:00:00Z,2026-03-29T01:00:00Z",
        "02:30,2026-03-29T01:00:00Z,2026-03-30T00:30:00Z",
        // The night to winter time, in which 02:00 to 03:00 is shown twice: from 00:00 and from 01:00 UTC.
        "06:00,2026-10-24T21:00:00Z,2026-10-25T05:00:00Z",
        "02:30,2026-10-24T21:00:00Z,2026-10-25T00:30:00Z",
        "02:30,2026-10-25T00:45:00Z,2026-10-25T01:30:00Z",
        "02:30,2026-10-25T01:45:00Z,2026-10-26T01:30:00Z"
    })
    void endsWhenTheClockNextShowsThat(LocalTime until, Instant start, Instant end) {
        ImportWindow window = new ImportWindow(Optional.empty(), Optional.of(until), BERLIN);

        assertThat(window.nextEnd(start)).contains(end);
    }

    @ParameterizedTest
    @CsvSource({
        // Across midnight.
        "22:00,06:00,2026-03-01T20:59:59Z,,2026-03-01T21:00:00Z",
        "22:00,06:00,2026-03-01T21:00:00Z,2026-03-02T05:00:00Z,2026-03-02T21:00:00Z",
        "22:00,06:00,2026-03-02T04:59:59Z,2026-03-02T05:00:00Z,2026-03-02T21:00:00Z",
        "22:00,06:00,2026-03-02T05:00:00Z,,2026-03-02T21:00:00Z",
        // Within a day.
        "09:00,17:00,2026-03-01T07:59:00Z,,2026-03-01T08:00:00Z",
        "09:00,17:00,2026-03-01T08:00:00Z,2026-03-01T16:00:00Z,2026-03-02T08:00:00Z",
        // Opens or closes in the hour that is skipped.
        "22:00,02:30,2026-03-29T00:59:00Z,2026-03-29T01:00:00Z,2026-03-29T20:00:00Z",
        "02:30,06:00,2026-03-29T01:00:00Z,2026-03-29T04:00:00Z,2026-03-30T00:30:00Z",
        "02:15,02:45,2026-03-29T01:00:00Z,,2026-03-30T00:15:00Z",
        // Opens or closes in the hour that is shown twice.
        "22:00,02:30,2026-10-25T00:29:00Z,2026-10-25T00:30:00Z,2026-10-25T21:00:00Z",
        "22:00,02:30,2026-10-25T01:15:00Z,,2026-10-25T21:00:00Z",
        "02:15,02:45,2026-10-25T00:15:00Z,2026-10-25T00:45:00Z,2026-10-26T01:15:00Z",
        "02:15,02:45,2026-10-25T01:20:00Z,,2026-10-26T01:15:00Z",
        "02:30,06:00,2026-10-25T01:15:00Z,2026-10-25T05:00:00Z,2026-10-26T01:30:00Z"
    })
    void isOpenFromItsBeginningToItsEnd(LocalTime from, LocalTime until, Instant now, Instant closes, Instant opens) {
        ImportWindow window = new ImportWindow(Optional.of(from), Optional.of(until), BERLIN);

        assertThat(window.closesAfter(now)).isEqualTo(Optional.ofNullable(closes));
        assertThat(window.opensAfter(now)).contains(opens);
    }

    @Test
    void hasNoEndUnlessTheUserWantsOne() {
        assertThat(ImportWindow.ALWAYS.nextEnd(Instant.EPOCH)).isEmpty();
    }
}
