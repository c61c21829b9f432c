package io.catalogimport.job.imports;

import io.catalogimport.ledger.LaneUnit;
import io.catalogimport.ledger.LedgerEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ItemReader;

/**
 * Reads what a worker that died has left in flight in a unit, and then what is to be imported next. The ledger is asked
 * again for each one, because it alone knows.
 */
final class ReadyMappingReader implements ItemReader<LedgerEntry> {
    private final InFlightReader inFlight;
    private final NextImports imports;
    private final LaneUnit unit;

    ReadyMappingReader(InFlightReader inFlight, NextImports imports, LaneUnit unit) {
        this.inFlight = inFlight;
        this.imports = imports;
        this.unit = unit;
    }

    @Override
    public @Nullable LedgerEntry read() {
        LedgerEntry left = inFlight.read();
        return left != null ? left : imports.in(unit).orElse(null);
    }
}
