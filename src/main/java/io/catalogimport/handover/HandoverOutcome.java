package io.catalogimport.handover;

import io.catalogimport.ledger.Remark;
import org.jspecify.annotations.Nullable;

/**
 * What became of one row.
 *
 * @param owner who owned the provisioned product before; null if AWS did not show it
 * @param remark why it is so; empty where there is nothing to say
 * @param isLaneClosed whether AWS cannot be asked about the other rows of the lane either
 */
public record HandoverOutcome(End end, @Nullable String owner, Remark remark, boolean isLaneClosed) {

    /** How it ended. The names are shown and are stable. */
    public enum End {
        /** It would be handed over. */
        TO_HAND_OVER,
        /** It has the new owner. */
        HANDED_OVER,
        /** It had the new owner before. Nothing was asked of AWS. */
        OWNED_ALREADY,
        /** It is as it was. */
        NOT_HANDED_OVER,
        /** AWS may be working on it. */
        IN_PROGRESS
    }

    static HandoverOutcome of(End end, @Nullable String owner) {
        return of(end, owner, Remark.NONE);
    }

    static HandoverOutcome of(End end, @Nullable String owner, Remark remark) {
        return new HandoverOutcome(end, owner, remark, false);
    }
}
