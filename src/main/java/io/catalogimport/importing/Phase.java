package io.catalogimport.importing;

import io.catalogimport.ledger.Remark;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A part of the time that an import is in flight, named after what is waited for. Each phase's {@link #look} returns a
 * type of its own, and that type permits only what can follow. So the compiler knows which phase can follow which, and a
 * test compares the picture in {@code docs/how-it-works.md} with these types.
 */
sealed interface Phase extends PhaseOrEnd permits AwaitingRecord, Phase.AfterRecord, Phase.AfterProduct {

    /** Looks once. Empty while this phase lasts. What was right once is not asked for again. */
    Optional<? extends PhaseOrEnd> look();

    /**
     * The remark on an import whose time is up in this phase.
     *
     * @param trouble AWS's message if the latest look failed; null if it did not
     */
    Remark timedOut(@Nullable String trouble);

    /** What can come after {@link AwaitingRecord}. */
    sealed interface AfterRecord extends Phase permits AwaitingProduct, RollingBack {}

    /** What can come after {@link AwaitingProduct}. */
    sealed interface AfterProduct extends Phase permits AwaitingStack, RollingBack {}
}
