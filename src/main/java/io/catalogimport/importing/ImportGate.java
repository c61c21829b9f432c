package io.catalogimport.importing;

import io.catalogimport.ledger.LedgerEntry;
import java.util.Optional;
import java.util.function.Supplier;

/** Decides, as late as can be, whether an import may begin: several lanes and processes count against one limit. */
@FunctionalInterface
public interface ImportGate {

    /**
     * Lets an import begin.
     *
     * @param ready the mapping that is to be imported
     * @param submitting writes its beginning into the ledger
     * @return what that has written; empty if the import may not begin
     */
    Optional<LedgerEntry> begin(LedgerEntry ready, Supplier<LedgerEntry> submitting);
}
