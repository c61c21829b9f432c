package io.catalogimport.report;

import io.catalogimport.ledger.LedgerRow;
import java.io.IOException;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** All rows of a mapping file in file order, with what has become of them. May be gone through more than once. */
@FunctionalInterface
public interface Rows {

    /** Hands over one row after another. */
    void forEach(Consumer<LedgerRow> consumer) throws IOException;

    /** Hands over the differences of templates by the lines of their rows, as far as there are any. */
    default void forEachDifference(BiConsumer<Integer, String> consumer) {}

    /** Hands over the first ones alone. */
    default void first(int most, Consumer<LedgerRow> consumer) throws IOException {
        int[] number = new int[1];
        forEach(row -> {
            if (number[0]++ < most) {
                consumer.accept(row);
            }
        });
    }
}
