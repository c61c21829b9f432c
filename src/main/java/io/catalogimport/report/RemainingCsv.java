package io.catalogimport.report;

import com.opencsv.CSVWriterBuilder;
import io.catalogimport.ledger.LedgerRow;
import io.catalogimport.ledger.MappingState;
import io.catalogimport.ledger.Run;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The rows that are not imported, word for word as in the mapping file, to be fixed and fed in again. */
final class RemainingCsv {
    private final Rows rows;

    RemainingCsv(Rows rows) {
        this.rows = rows;
    }

    void write(Run run, BufferedWriter writer) throws IOException {
        new CSVWriterBuilder(writer).build().writeNext(run.columns().toArray(String[]::new), false);
        try {
            rows.forEach(row -> copy(row, writer));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void copy(LedgerRow row, BufferedWriter writer) {
        if (MappingState.DONE.contains(row.state())) {
            return;
        }
        try {
            writer.write(row.raw());
            writer.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
