package io.catalogimport.ledger;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows that the ledger has as imported, for a comparison with AWS. Changes nothing. */
public final class ImportedRows {
    private static final String PAGE = StateList.in("""
            select line, fields, provisioned_product_id, record_id,
            """ + EntryRow.MAPPING + """
              from mapping_ledger
             where run_id = ? and line > ? and state in {done}
             order by line limit ?
            """);

    private final JdbcClient jdbc;

    public ImportedRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The next rows of a run after a line, in file order. */
    public List<ImportedRow> after(Run run, int line, int atMost) {
        return jdbc.sql(PAGE)
                .params(run.id(), line, atMost)
                .query(ImportedRows::row)
                .list();
    }

    private static ImportedRow row(ResultSet row, int number) throws SQLException {
        Array fields = row.getArray("fields");
        return new ImportedRow(
                EntryRow.mapping(row),
                List.of((String[]) fields.getArray()),
                row.getString("provisioned_product_id"),
                row.getString("record_id"));
    }
}
