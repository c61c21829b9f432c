package io.catalogimport.chaos;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How many imports workers have begun that keep to a limit.
 *
 * @param asked how many stacks AWS was asked to import
 * @param least how many there should be
 * @param most how many there may be
 */
record Begun(long asked, long least, long most) {
    /** When the budget was exceeded, and how many imports were in flight then, that one included. */
    private static final String IN_FLIGHT = """
            with failure as (
                select finished_at from mapping_ledger
                 where state = 'FAILED' order by finished_at offset ? limit 1
            )
            select count(*) from mapping_ledger as entry, failure
             where entry.started_at <= failure.finished_at and entry.finished_at >= failure.finished_at
            """;

    /** Counts when all workers have ended. */
    static Begun in(Surroundings surroundings, Limit limit) {
        long asked = surroundings.begun();
        return switch (limit.kind()) {
            case NONE -> new Begun(asked, 0, Long.MAX_VALUE);
            case IMPORTS -> new Begun(asked, limit.most(), limit.most());
            case FAILURES -> {
                long inFlight = surroundings
                        .database()
                        .jdbc()
                        .sql(IN_FLIGHT)
                        .param(limit.most())
                        .query(Long.class)
                        .single();
                yield new Begun(asked, limit.most() + 1L, limit.most() + inFlight);
            }
        };
    }

    /** Whether the last worker has left: so a process that starts then begins again. */
    static boolean hasEnded(JdbcClient database) {
        return database.sql("select to_regclass('mapping_start') is not null")
                        .query(Boolean.class)
                        .single()
                && database.sql("select exists (select from mapping_start where ended_at is not null)")
                        .query(Boolean.class)
                        .single();
    }

    boolean isKeptTo() {
        return asked >= least && asked <= most;
    }

    @Override
    public String toString() {
        return least == most ? "%d of %d".formatted(asked, most) : "%d of %d to %d".formatted(asked, least, most);
    }
}
