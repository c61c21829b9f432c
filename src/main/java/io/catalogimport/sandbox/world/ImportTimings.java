package io.catalogimport.sandbox.world;

import java.time.Duration;

/**
 * How long an import takes.
 *
 * @param record from the call until the record is final
 * @param stack from the call until the stack is no longer in progress
 */
public record ImportTimings(Duration record, Duration stack) {
    public static final ImportTimings DEFAULT = new ImportTimings(Duration.ofSeconds(2), Duration.ofSeconds(3));

    public ImportTimings {
        if (record.isNegative() || stack.isNegative()) {
            throw new IllegalArgumentException("An import cannot take less than no time");
        }
    }
}
