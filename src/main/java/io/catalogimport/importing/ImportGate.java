package io.catalogimport.importing;

import io.catalogimport.ledger.LedgerEntry;
import java.util.Optional;
import java.util.function.Supplier;

/** Decides, as late as possible, whether an import may begin. Several lanes and processes share one limit. */
@FunctionalInterface
public interface ImportGate {

    /**
     * Lets an import begin.
     *
     * @param ready the mapping that is to be imported
     * @param submitting writes into the ledger that the import begins; empty if the run is paused
     * @return what was written; empty if the import may not begin
     */
    Optional<LedgerEntry> begin(LedgerEntry ready, Supplier<Optional<LedgerEntry>> submitting);
}
