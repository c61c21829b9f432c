package io.catalogimport.ledger;

import io.catalogimport.mapping.StackMapping;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row that the ledger has as imported.
 *
 * @param fields its values in the order of the file's columns
 * @param provisionedProductId null if an operator ended the row by his word
 * @param recordId the record of the import; null if another run or somebody else made it
 */
public record ImportedRow(
        StackMapping mapping,
        List<String> fields,
        @Nullable String provisionedProductId,
        @Nullable String recordId) {
    public ImportedRow {
        fields = List.copyOf(fields);
    }

    /** The number of the row in its file. */
    public int line() {
        return mapping.line();
    }
}
