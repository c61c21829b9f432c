package io.catalogimport.run;

import io.catalogimport.ledger.MappingState;
import java.util.Set;

/** How far a run goes. */
public enum RunCommand {
    /** Validates and reports; changes nothing in AWS, and nothing that an import has found out. */
    PLAN,
    /** Validates, imports and reports. */
    IMPORT,
    /** Writes down the word of an operator about one row, and reports. */
    RESOLVE;

    /** The states of the rows that are judged again. */
    public Set<MappingState> open() {
        return switch (this) {
            case PLAN -> Set.of(MappingState.STAGED, MappingState.READY, MappingState.REJECTED);
            case IMPORT -> Set.of(MappingState.STAGED, MappingState.READY, MappingState.REJECTED, MappingState.FAILED);
            case RESOLVE -> Set.of();
        };
    }
}
