package io.catalogimport.cli;

import io.catalogimport.status.RunDetail;
import io.catalogimport.status.RunOverview;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What status says, for scripts. Within a version, members are only ever added.
 *
 * @param version of this form
 * @param at when it was so
 * @param database which database it is about; null if its settings cannot be read
 * @param error why nothing can be said; otherwise null
 * @param runs all runs, or the one that was asked for
 * @param detail what goes on within that run; null if none was asked for
 */
record StatusDocument(
        int version,
        Instant at,
        @Nullable String database,
        @Nullable String error,
        List<RunOverview> runs,
        @Nullable RunDetail detail) {
    static final int VERSION = 1;

    private static final JsonMapper ON_ONE_LINE = JsonMapper.builder().build();
    private static final JsonMapper FOR_PEOPLE =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    StatusDocument {
        runs = List.copyOf(runs);
    }

    static StatusDocument failed(Instant at, @Nullable String database, String error) {
        return new StatusDocument(VERSION, at, database, error, List.of(), null);
    }

    String text() {
        return FOR_PEOPLE.writeValueAsString(this);
    }

    String line() {
        return ON_ONE_LINE.writeValueAsString(this);
    }
}
