package io.catalogimport.job;

import io.catalogimport.ledger.Ledger;
import io.catalogimport.ledger.LedgerEntry;
import io.catalogimport.ledger.Run;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ItemReader;

/** Reads, each once, the mappings that earlier starts, of this file or another, have left in flight in its lanes. */
final class InFlightReader implements ItemReader<LedgerEntry> {
    private final Ledger ledger;
    private final Run run;
    private @Nullable Queue<LedgerEntry> left;

    InFlightReader(Ledger ledger, Run run) {
        this.ledger = ledger;
        this.run = run;
    }

    @Override
    public @Nullable LedgerEntry read() {
        if (left == null) {
            left = new ArrayDeque<>(ledger.inFlight(run));
        }
        return left.poll();
    }
}
