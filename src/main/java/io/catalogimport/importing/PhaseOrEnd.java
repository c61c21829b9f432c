package io.catalogimport.importing;

/** What can come after a {@link Phase}. */
sealed interface PhaseOrEnd permits Phase, PhaseOrEnd.Ended {

    /** The import is over. */
    record Ended(ImportOutcome outcome) implements PhaseOrEnd {}
}
