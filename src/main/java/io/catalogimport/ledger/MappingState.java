package io.catalogimport.ledger;

import java.util.EnumSet;
import java.util.Set;

/** Where a mapping stands. The names are stored: renaming one breaks the restart of runs that were begun before. */
public enum MappingState {
    /** Read from the file, not yet compared with AWS. */
    STAGED,
    /** Validated: it can be imported. */
    READY,
    /** The file or AWS speaks against it; nothing was asked of AWS. */
    REJECTED,
    /** The stack is that very provisioned product already. */
    ALREADY_IMPORTED,
    /** The import is about to be asked for, or was asked for and the answer is not known. */
    SUBMITTING,
    /** AWS has taken the import and its record is followed. */
    IN_PROGRESS,
    /** Done: record, provisioned product and stack all say so. */
    IMPORTED,
    /** AWS said no. */
    FAILED,
    /** No end within the time limit: what became of it is not known, so nothing else may start in the lane. */
    UNRESOLVED,
    /** Its release is about to be asked for, or was asked for and its end is not known. */
    RELEASING,
    /** This program imported it and released it again: the provisioned product is gone, and the stack stays. */
    RELEASED;

    /** The states in which the stack is the provisioned product that the row asks for. */
    public static final Set<MappingState> DONE = Set.copyOf(EnumSet.of(IMPORTED, ALREADY_IMPORTED));

    /** The states in which nothing is left to do. A run is complete when all its rows are in one of them. */
    public static final Set<MappingState> SETTLED = Set.copyOf(EnumSet.of(IMPORTED, ALREADY_IMPORTED, RELEASED));

    /** The states in which a process is working on the import, or was when it died. */
    static final Set<MappingState> UNDER_WAY = Set.copyOf(EnumSet.of(SUBMITTING, IN_PROGRESS));

    /** The states in which an import is in flight. */
    public static final Set<MappingState> IMPORT_IN_FLIGHT =
            Set.copyOf(EnumSet.of(SUBMITTING, IN_PROGRESS, UNRESOLVED));

    /**
     * The states in which AWS may be working on the stack: an import or a release is in flight, so nothing else may begin in
     * the lane. Statements get this list from {@link StateList}. The partial index {@code mapping_ledger_in_flight} repeats
     * it, and a test compares the two.
     */
    public static final Set<MappingState> IN_FLIGHT =
            Set.copyOf(EnumSet.of(SUBMITTING, IN_PROGRESS, UNRESOLVED, RELEASING));

    /** The states that may follow this one. */
    public Set<MappingState> successors() {
        return switch (this) {
            // STAGED and READY become RELEASED if another run has released the same mapping. IMPORTED with --adopt
            // alone.
            case STAGED -> EnumSet.of(READY, REJECTED, ALREADY_IMPORTED, IMPORTED, RELEASED);
            case READY -> EnumSet.of(SUBMITTING, STAGED, REJECTED, RELEASED);
            case REJECTED -> EnumSet.of(STAGED);
            case FAILED -> EnumSet.of(STAGED, REJECTED);
            // IMPORTED by an operator's word alone.
            case SUBMITTING -> EnumSet.of(IN_PROGRESS, IMPORTED, FAILED, READY);
            case IN_PROGRESS -> EnumSet.of(IMPORTED, FAILED, UNRESOLVED);
            // IMPORTED and FAILED by an operator's word alone.
            case UNRESOLVED -> EnumSet.of(IN_PROGRESS, IMPORTED, FAILED);
            // RELEASED at once if its provisioned product is gone already.
            case IMPORTED -> EnumSet.of(RELEASING, RELEASED);
            // RELEASED with the row of another run, which has imported it.
            case ALREADY_IMPORTED -> EnumSet.of(RELEASED);
            case RELEASING -> EnumSet.of(RELEASED, IMPORTED);
            // With --again alone.
            case RELEASED -> EnumSet.of(STAGED, REJECTED);
        };
    }
}
