package io.catalogimport.ledger;

import io.catalogimport.mapping.FileForm;
import java.util.List;

/**
 * A run's place in the ledger: one for each content of a mapping file.
 *
 * @param digest the SHA-256 of the mapping file, in hexadecimal digits
 * @param columns the file's header
 * @param form how the file is written
 */
public record Run(long id, String digest, List<String> columns, FileForm form) {
    public Run {
        columns = List.copyOf(columns);
    }

    /** A run about whose file only the columns are known. */
    public Run(long id, String digest, List<String> columns) {
        this(id, digest, columns, FileForm.UNKNOWN);
    }
}
