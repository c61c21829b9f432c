package io.catalogimport.ledger;

import io.catalogimport.mapping.FileForm;
import io.catalogimport.mapping.MappingFile;
import java.nio.charset.Charset;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The runs that the database knows. */
public final class Runs {
    /** The database numbers runs from 1 on. */
    private static final long NOT_BEGUN = 0;

    private static final String RUN = "select id, digest, columns, charset, byte_order_mark, head from mapping_run ";

    private final JdbcClient jdbc;

    public Runs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The run of a mapping file with this content. Creates it if there is none. */
    public Run of(MappingFile file, Instant now) {
        return of(
                new Run(NOT_BEGUN, file.digest(), file.header(), file.form()),
                file.path().toString(),
                now);
    }

    /**
     * The run of a file. Creates it if there is none.
     *
     * @param wanted the run as it is to be, without its id
     */
    Run of(Run wanted, String file, Instant now) {
        jdbc.sql("""
                        insert into mapping_run (digest, file, columns, created_at, charset, byte_order_mark, head)
                        values (:digest, :file, :columns, :at, :charset, :mark, :head)
                        on conflict (digest) do nothing
                        """)
                .param("digest", wanted.digest())
                .param("file", file)
                .param("columns", wanted.columns().toArray(String[]::new))
                .param("at", Timestamp.from(now))
                .param("charset", wanted.form().charset().name())
                .param("mark", wanted.form().hasByteOrderMark())
                .param("head", wanted.form().head(), Types.VARCHAR)
                .update();
        return find(wanted.digest())
                .orElseThrow(() -> new IllegalStateException("The run of " + file + " has disappeared"));
    }

    /** The run of a mapping file with this content. If there is none, a run without rows; nothing is written then. */
    public Run existing(MappingFile file) {
        return find(file.digest()).orElseGet(() -> new Run(NOT_BEGUN, file.digest(), file.header(), file.form()));
    }

    /** The runs whose digest begins so. */
    public List<Run> startingWith(String digest) {
        return jdbc.sql(RUN + "where starts_with(digest, ?)")
                .param(digest)
                .query(Runs::run)
                .list();
    }

    /** The latest run of a mapping file of this name, whatever its content was. */
    public Optional<Run> lastOf(String file) {
        return jdbc.sql(RUN + "where file = ? order by id desc limit 1")
                .param(file)
                .query(Runs::run)
                .optional();
    }

    /** The path of the run's mapping file, as it was when the run was first started. */
    public String fileOf(Run run) {
        return jdbc.sql("select file from mapping_run where id = ?")
                .param(run.id())
                .query(String.class)
                .single();
    }

    /** The run of a mapping file with this content. */
    public Optional<Run> find(String digest) {
        return jdbc.sql(RUN + "where digest = ?").param(digest).query(Runs::run).optional();
    }

    private static Run run(ResultSet row, int number) throws SQLException {
        Array columns = row.getArray("columns");
        FileForm form = new FileForm(
                Charset.forName(row.getString("charset")), row.getBoolean("byte_order_mark"), row.getString("head"));
        return new Run(row.getLong("id"), row.getString("digest"), List.of((String[]) columns.getArray()), form);
    }
}
