package io.catalogimport.job;

import io.catalogimport.ledger.LedgerReading;
import io.catalogimport.ledger.LedgerRow;
import io.catalogimport.ledger.MappingState;
import io.catalogimport.ledger.Remark;
import io.catalogimport.ledger.Run;
import io.catalogimport.mapping.MappingFile;
import io.catalogimport.mapping.MappingLine;
import io.catalogimport.mapping.MappingLines;
import io.catalogimport.report.Rows;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The rows of a file that a stop or an error kept from being staged to its end: the ledger's, then the file's. */
final class FileRows implements Rows {
    private final LedgerReading ledger;
    private final Run run;
    private final MappingFile file;

    FileRows(LedgerReading ledger, Run run, MappingFile file) {
        this.ledger = ledger;
        this.run = run;
        this.file = file;
    }

    @Override
    public void forEach(Consumer<LedgerRow> consumer) throws IOException {
        int[] lastStaged = new int[1];
        ledger.forEachRow(run, row -> {
            lastStaged[0] = row.line();
            consumer.accept(row);
        });
        try (MappingLines lines = file.lines()) {
            @Nullable MappingLine line = lines.next();
            while (line != null) {
                if (line.line() > lastStaged[0]) {
                    consumer.accept(notStaged(line));
                }
                line = lines.next();
            }
        }
    }

    private static LedgerRow notStaged(MappingLine line) {
        return new LedgerRow(
                line.line(),
                line.raw(),
                List.copyOf(line.columns().values()),
                MappingState.STAGED,
                Remark.NONE,
                null,
                null,
                null,
                null,
                List.of(),
                null);
    }
}
