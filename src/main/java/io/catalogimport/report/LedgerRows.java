package io.catalogimport.report;

import io.catalogimport.ledger.Figures;
import io.catalogimport.ledger.LedgerRow;
import io.catalogimport.ledger.Run;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** The rows that the ledger has of a run. */
public record LedgerRows(Figures figures, Run run) implements Rows {
    @Override
    public void forEach(Consumer<LedgerRow> consumer) {
        figures.forEachRow(run, consumer);
    }

    @Override
    public void first(int most, Consumer<LedgerRow> consumer) {
        figures.firstRows(run, most, consumer);
    }

    @Override
    public void forEachDifference(BiConsumer<Integer, String> consumer) {
        figures.forEachDifference(run, consumer);
    }
}
