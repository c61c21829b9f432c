package io.catalogimport.ledger;

import io.catalogimport.mapping.StackMapping;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of a mapping file and what has become of it, as people want to see it.
 *
 * @param raw the row's text as in the file
 * @param fields its values in the order of the file's columns; fewer where the row is too short or cannot be read
 * @param remark why it is in its state; its warnings where there is nothing else to say
 * @param launchPath the launch path of the import; null where it is not known
 * @param mapping what the row says; null where it cannot be read
 * @param attempts how often its import was submitted
 */
public record LedgerRow(
        int line,
        String raw,
        List<String> fields,
        MappingState state,
        Remark remark,
        @Nullable String recordId,
        @Nullable String provisionedProductId,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        List<Warning> warnings,
        @Nullable String launchPath,
        @Nullable StackMapping mapping,
        int attempts) {
    public LedgerRow {
        fields = List.copyOf(fields);
        warnings = List.copyOf(warnings);
    }
}
