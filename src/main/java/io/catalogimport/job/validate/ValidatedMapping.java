package io.catalogimport.job.validate;

import io.catalogimport.ledger.LedgerEntry;
import io.catalogimport.validation.Verdict;

/** A mapping on its way from the processor to the writer. */
record ValidatedMapping(LedgerEntry entry, Verdict verdict) {}
