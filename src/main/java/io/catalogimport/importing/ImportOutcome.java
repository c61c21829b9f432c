package io.catalogimport.importing;

import io.catalogimport.ledger.Remark;

/** How working on one mapping ended. The ledger knows it already. */
public sealed interface ImportOutcome {

    /** The stack is the provisioned product that was asked for. */
    record Imported() implements ImportOutcome {}

    /** AWS said no; the next mapping may go on. */
    record Failed(Remark remark) implements ImportOutcome {}

    /** It is not known how it ended or will end; nothing else may start in the lane. The next start follows it again. */
    record Unresolved(Remark remark) implements ImportOutcome {}

    /**
     * AWS has certainly not taken it, and cannot be reached in the lane. The mapping is READY again; this start begins
     * nothing more in the lane.
     */
    record Postponed(Remark remark) implements ImportOutcome {}

    /** Others have used up how many may begin. The mapping is READY. */
    record NotBegun() implements ImportOutcome {}

    /** Another process has written what became of it: one that had lost its locks, and still worked on it. */
    record Overtaken() implements ImportOutcome {}

    /** AWS never took what an earlier start asked for. The mapping is READY again. */
    record TakenBack() implements ImportOutcome {}

    /** The run was asked to stop; the next start goes on from what the ledger says. */
    record Suspended() implements ImportOutcome {}
}
