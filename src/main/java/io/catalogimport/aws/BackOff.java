package io.catalogimport.aws;

import java.time.Duration;

/**
 * The waits between the tries of one call. Each is twice as long as the one before, up to 20 seconds.
 *
 * @param delay how long to wait before the next try
 */
public record BackOff(Duration delay) {
    /** The first wait. */
    public static final BackOff FIRST = new BackOff(Duration.ofSeconds(1));

    private static final Duration LONGEST = Duration.ofSeconds(20);

    /** The wait after this one. */
    public BackOff next() {
        Duration twice = delay.multipliedBy(2);
        return new BackOff(twice.compareTo(LONGEST) < 0 ? twice : LONGEST);
    }
}
