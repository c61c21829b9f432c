package io.catalogimport.sandbox.world;

import java.time.Duration;
import java.time.Instant;

/** How far a request to Service Catalog has come. */
public enum SandboxRecordStatus {
    CREATED,
    IN_PROGRESS,
    SUCCEEDED,
    FAILED;

    /** The share of a record's time that it stays CREATED. */
    private static final int CREATED_SHARE = 10;

    /** A record that is worked on from the start on, and would be final after the time. */
    static Timeline<SandboxRecordStatus> working(Instant start, Duration time) {
        return Timeline.starting(start, CREATED).then(start.plus(time.dividedBy(CREATED_SHARE)), IN_PROGRESS);
    }

    public boolean isFinal() {
        return this == SUCCEEDED || this == FAILED;
    }
}
