package io.catalogimport.run;

import io.catalogimport.ledger.Selection;

/** The user chose a line on which no row of the file begins. */
public final class NoSuchRowException extends RuntimeException {
    public NoSuchRowException(Selection.Lines lines) {
        super("No row of the mapping file begins on line %s. The column line of results.csv has the line of each row."
                .formatted(lines));
    }
}
