package io.catalogimport.launch;

import io.catalogimport.ledger.Release;
import io.catalogimport.ledger.Remark;
import org.jspecify.annotations.Nullable;

/**
 * A row that undo has come to, and what became of it.
 *
 * @param stackArn null for a row that was not imported by the run
 * @param code why it is so; empty where there is nothing to say
 */
public record UndoneRow(
        int line,
        @Nullable String stackArn,
        @Nullable String provisionedProductName,
        @Nullable String provisionedProductId,
        End end,
        String code,
        String message) {

    /** What became of a row. The names are shown and are stable. */
    public enum End {
        /** It would be released. */
        RELEASABLE,
        /** The provisioned product is gone, and the stack stays. */
        RELEASED,
        /** It is as it was. */
        NOT_RELEASED,
        /** AWS may be working on it. */
        RELEASING
    }

    static UndoneRow of(Release row, End end, Remark remark) {
        return new UndoneRow(
                row.line(),
                row.entry().mapping().stackArn().toString(),
                row.entry().mapping().provisionedProductName(),
                row.entry().attempt().provisionedProductId(),
                end,
                remark.code(),
                remark.message());
    }
}
