package io.catalogimport.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When no further import is to begin, as a user says it.
 *
 * @param until a time of day; null for none
 * @param maxDuration from the start on; null for none
 */
record SoftEnd(@Nullable LocalTime until, @Nullable Duration maxDuration) {

    /** The first of the two that comes after the start. A time of day that the clock skips is that much later. */
    Optional<Instant> after(Instant start, ZoneId zone) {
        return Stream.of(
                        nextTimeOfDay(start, zone),
                        Optional.ofNullable(maxDuration).map(start::plus))
                .flatMap(Optional::stream)
                .min(Instant::compareTo);
    }

    private Optional<Instant> nextTimeOfDay(Instant start, ZoneId zone) {
        return Optional.ofNullable(until).map(time -> {
            ZonedDateTime now = start.atZone(zone);
            ZonedDateTime today = now.with(time);
            return (today.isAfter(now) ? today : now.plusDays(1).with(time)).toInstant();
        });
    }
}
