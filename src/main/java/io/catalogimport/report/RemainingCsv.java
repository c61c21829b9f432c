package io.catalogimport.report;

import com.opencsv.CSVWriterBuilder;
import io.catalogimport.ledger.LedgerRow;
import io.catalogimport.ledger.MappingState;
import io.catalogimport.ledger.Run;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** The rows that are not imported, word for word and in the form of the mapping file, to be fixed and imported. */
final class RemainingCsv {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Rows rows;

    RemainingCsv(Rows rows) {
        this.rows = rows;
    }

    void write(Run run, BufferedWriter writer) throws IOException {
        if (run.form().hasByteOrderMark()) {
            writer.write(BYTE_ORDER_MARK);
        }
        @Nullable String head = run.form().head();
        if (head == null) {
            new CSVWriterBuilder(writer).build().writeNext(run.columns().toArray(String[]::new), false);
        } else {
            writer.write(head);
        }
        String lineEnd = run.form().lineEnd();
        try {
            rows.forEach(row -> copy(row, lineEnd, writer));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void copy(LedgerRow row, String lineEnd, BufferedWriter writer) {
        if (MappingState.SETTLED.contains(row.state())) {
            return;
        }
        try {
            writer.write(row.raw());
            writer.write(lineEnd);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
