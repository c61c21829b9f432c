package io.catalogimport.ledger;

import io.catalogimport.aws.Lane;
import io.catalogimport.mapping.StackMapping;

/** A mapping in the ledger, as it was when it was read. */
public record LedgerEntry(long runId, StackMapping mapping, MappingState state, Attempt attempt) {

    /** The scope in which this must be the only import in flight. */
    public Lane lane() {
        return mapping.stackArn().lane();
    }

    /** The number of the row in its file. */
    public int line() {
        return mapping.line();
    }
}
