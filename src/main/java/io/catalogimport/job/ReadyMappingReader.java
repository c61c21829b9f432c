package io.catalogimport.job;

import io.catalogimport.ledger.Ledger;
import io.catalogimport.ledger.LedgerEntry;
import io.catalogimport.ledger.Run;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ItemReader;

/**
 * Reads what is to be imported next, in file order, leaving out lanes in which something is still in flight. The ledger
 * is asked anew for each one, for it alone knows.
 */
final class ReadyMappingReader implements ItemReader<LedgerEntry> {
    private final Ledger ledger;
    private final Run run;
    private final ImportTally tally;

    ReadyMappingReader(Ledger ledger, Run run, ImportTally tally) {
        this.ledger = ledger;
        this.run = run;
        this.tally = tally;
    }

    @Override
    public @Nullable LedgerEntry read() {
        if (tally.halt() != Halt.NONE) {
            return null;
        }
        Optional<LedgerEntry> ready = ledger.nextReady(run);
        ready.ifPresent(entry -> tally.begun());
        return ready.orElse(null);
    }
}
