package io.catalogimport.sandbox.wire;

/** How a call ended for its client, and whether its operation had been carried out by then. */
public enum Ending {
    /** The client got an answer; what the answer was tells whether the operation took effect. */
    ANSWERED,
    /** The connection was reset, and nothing had been done. */
    CUT_BEFORE,
    /** The connection was reset when the operation had been carried out: its answer was lost. */
    CUT_AFTER,
    /** There was never an answer, and nothing had been done. */
    HUNG_BEFORE,
    /** There was never an answer, though the operation had been carried out. */
    HUNG_AFTER;

    boolean isBeforeTheOperation() {
        return this == CUT_BEFORE || this == HUNG_BEFORE;
    }
}
