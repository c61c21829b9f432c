package io.catalogimport.ledger;

import io.catalogimport.aws.StackArn;
import io.catalogimport.mapping.StackMapping;
import io.catalogimport.mapping.VersionNames;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import org.jspecify.annotations.Nullable;

/** Reads a {@link LedgerEntry} from a row of {@code mapping_ledger}. */
final class EntryRow {
    /**
     * The columns of the mapping without its line. Where the row has names alone, the ids are those that validation has found. A
     * row that is to be validated again has none, because a name may stand for another id by now.
     */
    static final String MAPPING = """
            stack_arn, coalesce(product_id, case when state <> 'STAGED' then resolved_product_id end) as product_id,
            coalesce(provisioning_artifact_id, case when state <> 'STAGED' then resolved_artifact_id end)
                as provisioning_artifact_id,
            provisioned_product_name, product_name, artifact_name""";

    /** The columns that are read. */
    static final String COLUMNS = "run_id, line, " + MAPPING + ", state, attempt, idempotency_token, record_id,"
            + " provisioned_product_id, started_at, stack_status";

    private EntryRow() {}

    static LedgerEntry read(ResultSet row, int number) throws SQLException {
        return new LedgerEntry(
                row.getLong("run_id"),
                mapping(row),
                MappingState.valueOf(row.getString("state")),
                attempt(row),
                row.getString("stack_status"));
    }

    static StackMapping mapping(ResultSet row) throws SQLException {
        String arn = row.getString("stack_arn");
        return new StackMapping(
                row.getInt("line"),
                StackArn.parse(arn).orElseThrow(() -> new IllegalStateException("No stack ARN in the ledger: " + arn)),
                orEmpty(row.getString("product_id")),
                orEmpty(row.getString("provisioning_artifact_id")),
                row.getString("provisioned_product_name"),
                new VersionNames(orEmpty(row.getString("product_name")), orEmpty(row.getString("artifact_name"))));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static Attempt attempt(ResultSet row) throws SQLException {
        Timestamp startedAt = row.getTimestamp("started_at");
        return new Attempt(
                row.getInt("attempt"),
                row.getString("idempotency_token"),
                row.getString("record_id"),
                row.getString("provisioned_product_id"),
                startedAt == null ? null : startedAt.toInstant());
    }
}
