package io.catalogimport.releasing;

import io.catalogimport.ledger.Remark;

/** How working on one row ended. The ledger knows it already. */
public sealed interface ReleaseOutcome {

    /** The provisioned product is gone. The stack stands as before. */
    record Released(Remark remark) implements ReleaseOutcome {}

    /** The provisioned product is gone, and the stack is not as before. Nothing else may be released. */
    record StackChanged(Remark remark) implements ReleaseOutcome {}

    /** The row is not what may be released, or AWS refused. It is IMPORTED as before. */
    record NotReleased(Remark remark) implements ReleaseOutcome {}

    /** AWS cannot be asked in the lane. The row is IMPORTED as before, and nothing else is begun in the lane. */
    record Unreachable(Remark remark) implements ReleaseOutcome {}

    /** AWS may be working on it. The row is RELEASING, and nothing else may begin in the lane. */
    record Open(Remark remark) implements ReleaseOutcome {}

    /** AWS never received the request of an earlier undo. The row is IMPORTED again. */
    record TakenBack() implements ReleaseOutcome {}

    /** The undo was asked to stop. The next one continues from the ledger. */
    record Suspended() implements ReleaseOutcome {}
}
