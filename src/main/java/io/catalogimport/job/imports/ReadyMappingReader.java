package io.catalogimport.job.imports;

import io.catalogimport.ledger.LaneUnit;
import io.catalogimport.ledger.LedgerEntry;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ItemReader;

/**
 * Reads what a worker that died has left in flight in a unit, and then what is to be imported next. The ledger is asked
 * again for each one, because it alone knows.
 */
final class ReadyMappingReader implements ItemReader<LedgerEntry> {
    private final InFlightReader inFlight;
    private final NextImports imports;
    private final ReleasedMeanwhile released;
    private final LaneUnit unit;

    ReadyMappingReader(InFlightReader inFlight, NextImports imports, ReleasedMeanwhile released, LaneUnit unit) {
        this.inFlight = inFlight;
        this.imports = imports;
        this.released = released;
        this.unit = unit;
    }

    @Override
    public @Nullable LedgerEntry read() {
        LedgerEntry left = inFlight.read();
        return left != null ? left : next().orElse(null);
    }

    private Optional<LedgerEntry> next() {
        Optional<LedgerEntry> next = imports.in(unit);
        while (next.filter(released::contains).isPresent()) {
            next = imports.in(unit);
        }
        return next;
    }
}
