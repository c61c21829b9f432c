package io.catalogimport.status;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When the imports that can go on will be done.
 *
 * @param imports how many there are, with those in flight
 * @param medianSeconds it takes longer than this as often as not
 * @param pessimisticSeconds in nine of ten cases it takes no longer than this
 * @param endsAt when it ends by the median; null unless a process is at work and the run is not paused
 * @param latestEndsAt the same by the pessimistic time
 * @param activeDeadlineSeconds what fits a Kubernetes Job
 * @param basedOn how many earlier imports tell how long one takes
 */
public record Forecast(
        long imports,
        long medianSeconds,
        long pessimisticSeconds,
        @Nullable Instant endsAt,
        @Nullable Instant latestEndsAt,
        long activeDeadlineSeconds,
        long basedOn) {
    static final double MEDIAN = 0.5;
    static final double PESSIMISTIC = 0.9;

    /** One import without an end is followed for so long, unless --import-timeout says otherwise. */
    private static final Duration IMPORT_TIMEOUT = Duration.ofMinutes(30);

    private static final long STEP = Duration.ofMinutes(10).toSeconds();

    /**
     * By a plan of the work.
     *
     * @param spent how long the start that is under way has taken so far; zero if none is
     */
    static Forecast of(Schedule schedule, long imports, long basedOn, Duration spent) {
        long pessimistic = Math.round(Math.ceil(schedule.allWithin(PESSIMISTIC)));
        long deadline = spent.toSeconds() + pessimistic + IMPORT_TIMEOUT.toSeconds();
        return new Forecast(
                imports,
                Math.round(Math.ceil(schedule.allWithin(MEDIAN))),
                pessimistic,
                null,
                null,
                (deadline + STEP - 1) / STEP * STEP,
                basedOn);
    }

    /** The same for work that is under way now. */
    Forecast from(Instant now) {
        return new Forecast(
                imports,
                medianSeconds,
                pessimisticSeconds,
                now.plusSeconds(medianSeconds),
                now.plusSeconds(pessimisticSeconds),
                activeDeadlineSeconds,
                basedOn);
    }
}
