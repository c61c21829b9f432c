package io.catalogimport.run;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The hours of each day in which imports may begin, by the clock of a zone. A time that the clock skips is the moment of the
 * change. A time that the clock shows twice is the first one, so that a window is never open twice in a night.
 *
 * @param from when it opens; empty if only its end is known
 * @param until when it closes; empty if it never does
 */
public record ImportWindow(Optional<LocalTime> from, Optional<LocalTime> until, ZoneId zone) {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm VV", Locale.ROOT);

    /** Imports may begin at any time. */
    public static final ImportWindow ALWAYS = new ImportWindow(Optional.empty(), Optional.empty(), ZoneOffset.UTC);

    /** One night of it. */
    private record Opening(Instant start, Instant end) {
        boolean contains(Instant moment) {
            return !moment.isBefore(start) && moment.isBefore(end);
        }

        boolean isAfter(Instant moment) {
            return start.isAfter(moment) && start.isBefore(end);
        }
    }

    /** When the window that is open now closes. Empty if it is closed now. For a window whose beginning is known. */
    public Optional<Instant> closesAfter(Instant now) {
        return openings(now)
                .filter(opening -> opening.contains(now))
                .map(Opening::end)
                .findFirst();
    }

    /** When the window opens next. For a window whose beginning is known. */
    public Optional<Instant> opensAfter(Instant now) {
        return openings(now)
                .filter(opening -> opening.isAfter(now))
                .map(Opening::start)
                .findFirst();
    }

    /** The next time that the clock shows the end. If it shows it twice in a night, both count. */
    public Optional<Instant> nextEnd(Instant now) {
        return until.flatMap(time -> days(now)
                .flatMap(day -> moments(day, time))
                .filter(end -> end.isAfter(now))
                .min(Instant::compareTo));
    }

    /** A moment by the window's clock: {@code 2026-11-26 06:00 Europe/Berlin}. */
    public String words(Instant moment) {
        return MOMENT.format(moment.atZone(zone));
    }

    /** The same, with the time until then: {@code 2026-11-26 06:00 Europe/Berlin (in 5 h 12 min)}. */
    public String words(Instant moment, Instant now) {
        Duration left = Duration.between(now, moment);
        String hours = left.toHours() == 0 ? "" : left.toHours() + " h ";
        return words(moment) + " (in " + hours + left.toMinutesPart() + " min)";
    }

    private Stream<Opening> openings(Instant now) {
        LocalTime opens = from.orElseThrow();
        LocalTime closes = until.orElseThrow();
        return days(now)
                .map(day ->
                        new Opening(moment(day, opens), moment(closes.isAfter(opens) ? day : day.plusDays(1), closes)));
    }

    private Stream<LocalDate> days(Instant now) {
        LocalDate today = now.atZone(zone).toLocalDate();
        return IntStream.rangeClosed(-1, 2).mapToObj(today::plusDays);
    }

    private Instant moment(LocalDate day, LocalTime time) {
        return moments(day, time).findFirst().orElseThrow();
    }

    /** When the clock shows this time: once, or twice, or never and then the moment at which it skips it. */
    private Stream<Instant> moments(LocalDate day, LocalTime time) {
        LocalDateTime local = day.atTime(time);
        ZoneOffsetTransition change = zone.getRules().getTransition(local);
        return change != null && change.isGap()
                ? Stream.of(change.getInstant())
                : zone.getRules().getValidOffsets(local).stream().map(local::toInstant);
    }
}
