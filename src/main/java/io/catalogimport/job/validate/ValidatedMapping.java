package io.catalogimport.job.validate;

import io.catalogimport.ledger.LedgerEntry;
import io.catalogimport.validation.Checked;

/** A mapping on its way from the processor to the writer. */
record ValidatedMapping(LedgerEntry entry, Checked checked) {}
