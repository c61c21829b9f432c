package io.catalogimport.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the database knows of imports of a stack, over all runs. */
public final class ImportHistory {
    private static final String OF_STACK_OR_PRODUCT = "select digest, finished_at, " + EntryRow.COLUMNS + """
              from mapping_ledger as entry
              join mapping_run on mapping_run.id = run_id
             where stack_arn is not null and (stack_arn = ? or provisioned_product_id = ?)
            """;

    private static final String IS_IMPORTED = """
            select exists (select from mapping_ledger
                            where stack_arn = ? and provisioned_product_id = ? and state in ('IMPORTED', 'RELEASING'))
            """;

    private final JdbcClient jdbc;

    public ImportHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A row of any run, with its last attempt.
     *
     * @param digest that of the row's mapping file
     */
    public record Past(
            String digest, LedgerEntry entry, @Nullable Instant finishedAt) {}

    /** All rows that ask for the stack, or that know of the provisioned product. */
    public List<Past> of(String stackArn, String provisionedProductId) {
        return jdbc.sql(OF_STACK_OR_PRODUCT)
                .params(stackArn, provisionedProductId)
                .query(ImportHistory::past)
                .list();
    }

    /** Whether some run has the stack as imported by itself as the provisioned product. */
    public boolean isImported(String stackArn, String provisionedProductId) {
        return jdbc.sql(IS_IMPORTED)
                .params(stackArn, provisionedProductId)
                .query(Boolean.class)
                .single();
    }

    private static Past past(ResultSet row, int number) throws SQLException {
        Timestamp finishedAt = row.getTimestamp("finished_at");
        return new Past(
                row.getString("digest"),
                EntryRow.read(row, number),
                finishedAt == null ? null : finishedAt.toInstant());
    }
}
