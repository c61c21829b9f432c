package io.catalogimport.ledger;

import java.util.List;

/**
 * A run's place in the ledger: one for each content of a mapping file.
 *
 * @param digest the SHA-256 of the mapping file, in hexadecimal digits
 * @param columns the file's header
 */
public record Run(long id, String digest, List<String> columns) {
    public Run {
        columns = List.copyOf(columns);
    }
}
