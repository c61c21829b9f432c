package io.catalogimport.ledger;

import io.catalogimport.mapping.FileForm;
import io.catalogimport.mapping.MappingFile;
import java.nio.charset.Charset;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The runs that the database knows. */
public final class Runs {
    /** The database numbers runs from 1 on. */
    private static final long NEVER_BEGUN = 0;

    private final JdbcClient jdbc;

    public Runs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The run of a mapping file with this content; begun if there is none yet. */
    public Run of(MappingFile file, Instant now) {
        of(file.digest(), file.path().toString(), file.header(), now);
        FileForm form = file.form();
        // Runs of earlier versions do not have it yet.
        jdbc.sql("update mapping_run set charset = :charset, byte_order_mark = :mark, head = :head"
                        + " where digest = :digest and head is null")
                .param("charset", form.charset().name())
                .param("mark", form.hasByteOrderMark())
                .param("head", form.head())
                .param("digest", file.digest())
                .update();
        return of(file.digest(), file.path().toString(), file.header(), now);
    }

    /** The run of a file about which only its columns are known; begun if there is none yet. */
    public Run of(String digest, String file, List<String> columns, Instant now) {
        jdbc.sql("insert into mapping_run (digest, file, columns, created_at) values (?, ?, ?, ?)"
                        + " on conflict (digest) do nothing")
                .params(digest, file, columns.toArray(String[]::new), Timestamp.from(now))
                .update();
        return find(digest).orElseThrow(() -> new IllegalStateException("The run of " + file + " has disappeared"));
    }

    /** The run of a mapping file with this content; if it was never begun, one without rows, and nothing is written. */
    public Run existing(MappingFile file) {
        return find(file.digest()).orElseGet(() -> new Run(NEVER_BEGUN, file.digest(), file.header(), file.form()));
    }

    /** The run of a mapping file with this content. */
    public Optional<Run> find(String digest) {
        return jdbc.sql("select id, digest, columns, charset, byte_order_mark, head from mapping_run where digest = ?")
                .param(digest)
                .query(Runs::run)
                .optional();
    }

    private static Run run(ResultSet row, int number) throws SQLException {
        Array columns = row.getArray("columns");
        FileForm form = new FileForm(
                Charset.forName(row.getString("charset")), row.getBoolean("byte_order_mark"), row.getString("head"));
        return new Run(row.getLong("id"), row.getString("digest"), List.of((String[]) columns.getArray()), form);
    }
}
