package io.catalogimport.ledger;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What discover has read from AWS, and the windows of {@code --until}: facts that belong to no run and grow out of date. */
public final class OldFacts {
    private static final List<String> READ = List.of(
            "discovered_catalog where read_at < :before",
            "discovered_stack where read_at < :before",
            "discovered_version where read_at < :before",
            "discovered_comparison where read_at < :before");

    private static final String WINDOWS = "import_window where ends_at < :before";

    /** Removed last: stacks and versions refer to them. */
    private static final String TEMPLATES = """
            discovered_template as template
             where read_at < :before
               and not exists (select from discovered_stack as stack where stack.text_digest = template.text_digest)
               and not exists (select from discovered_version as version where version.text_digest = template.text_digest)
            """;

    private final JdbcClient jdbc;

    public OldFacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * How much there is.
     *
     * @param read stacks, versions, comparisons and catalogs that discover has read
     * @param windows windows of {@code --until}
     */
    public record Count(long read, long windows) {
        public boolean isNothing() {
            return read + windows == 0;
        }
    }

    /** What has been read, or has ended, before then. */
    public Count count(Instant before) {
        return new Count(READ.stream().mapToLong(table -> count(table, before)).sum(), count(WINDOWS, before));
    }

    private long count(String table, Instant before) {
        return jdbc.sql("select count(*) from " + table)
                .param("before", Timestamp.from(before))
                .query(Long.class)
                .single();
    }

    /** Removes it. A discovery that goes on at the same time reads again from AWS what it misses. */
    public Count remove(Instant before) {
        long read = READ.stream().mapToLong(table -> remove(table, before)).sum();
        remove(TEMPLATES, before);
        return new Count(read, remove(WINDOWS, before));
    }

    private long remove(String table, Instant before) {
        return jdbc.sql("delete from " + table)
                .param("before", Timestamp.from(before))
                .update();
    }
}
