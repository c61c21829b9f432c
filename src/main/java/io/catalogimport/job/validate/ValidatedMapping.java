package io.catalogimport.job.validate;

import io.catalogimport.ledger.Judged;
import io.catalogimport.ledger.LedgerEntry;
import io.catalogimport.validation.Checked;
import org.jspecify.annotations.Nullable;

/**
 * A mapping on its way from the processor to the writer.
 *
 * @param adopted the import that is adopted; null if none is
 */
record ValidatedMapping(LedgerEntry entry, Checked checked, Judged.@Nullable Adopted adopted) {}
