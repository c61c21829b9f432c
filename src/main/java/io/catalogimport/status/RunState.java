package io.catalogimport.status;

/** What goes on with a run. The names are shown and are stable. */
public enum RunState {
    /** At least one process works on it. */
    RUNNING,
    /** Somebody has paused it. Imports in flight are followed by the processes that are there. */
    PAUSED,
    /** Every row is imported, or was already. */
    COMPLETE,
    /** Nobody works on it. The outcome says how its last start ended. */
    ENDED,
    /** Nobody works on it: the process of its last start was killed, or its machine was lost. The next start continues. */
    DIED
}
