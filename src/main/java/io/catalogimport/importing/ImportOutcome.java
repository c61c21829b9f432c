package io.catalogimport.importing;

import io.catalogimport.ledger.Remark;

/** How working on one mapping ended. The ledger knows it already. */
public sealed interface ImportOutcome {

    /** The stack is the provisioned product that was asked for. */
    record Imported() implements ImportOutcome {}

    /** AWS refused the import, or it failed. The next mapping can be imported. */
    record Failed(Remark remark) implements ImportOutcome {}

    /**
     * It is not known how the import ended or will end. Nothing else may begin in the lane. The next start follows it
     * again.
     */
    record Unresolved(Remark remark) implements ImportOutcome {}

    /**
     * AWS has certainly not accepted the import, and cannot be reached in the lane. The mapping is READY again. This
     * start begins nothing more in the lane.
     */
    record Postponed(Remark remark) implements ImportOutcome {}

    /** Other lanes or processes have used up the limit, or the run is paused. The mapping is still READY. */
    record NotBegun() implements ImportOutcome {}

    /** Another process wrote the outcome. It had lost its locks and still worked on the import. */
    record Overtaken() implements ImportOutcome {}

    /** AWS never received the request of an earlier start. The mapping is READY again. */
    record TakenBack() implements ImportOutcome {}

    /** The run was asked to stop. The next start continues from the ledger. */
    record Suspended() implements ImportOutcome {}
}
