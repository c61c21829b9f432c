package io.catalogimport.ledger;

import io.catalogimport.aws.StackArn;
import io.catalogimport.mapping.StackMapping;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;

/** Reads a {@link LedgerEntry} from a row of {@code mapping_ledger}. */
final class EntryRow {
    /** The columns that are read. */
    static final String COLUMNS = "run_id, line, stack_arn, product_id, provisioning_artifact_id,"
            + " provisioned_product_name, state, attempt, idempotency_token, record_id, provisioned_product_id, started_at,"
            + " stack_status";

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
                row.getString("product_id"),
                row.getString("provisioning_artifact_id"),
                row.getString("provisioned_product_name"));
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
