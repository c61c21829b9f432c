package io.catalogimport.report;

import io.catalogimport.ledger.LedgerRow;
import java.io.IOException;
import java.util.function.Consumer;

/** All rows of a mapping file in file order, with what has become of them. May be gone through more than once. */
@FunctionalInterface
public interface Rows {

    /** Hands over one row after another. */
    void forEach(Consumer<LedgerRow> consumer) throws IOException;
}
