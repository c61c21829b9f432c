package io.catalogimport.bench;

import org.jspecify.annotations.Nullable;

/**
 * Keeps what the imports in the middle of a run have cost, from a fifth to four fifths of them: by then all processes have
 * started and every lane has begun, and none has ended.
 */
final class Expenses {
    private final long imports;
    private @Nullable Expense before;
    private @Nullable Expense first;
    private @Nullable Expense last;

    /** @param imports how many there will be in all */
    Expenses(long imports) {
        this.imports = imports;
    }

    void add(Expense soFar) {
        before = before == null ? soFar : before;
        long done = soFar.imports() - before.imports();
        if (first == null && 5 * done >= imports) {
            first = soFar;
        }
        if (5 * done <= 4 * imports) {
            last = soFar;
        }
    }

    /** Of the imports in between. */
    Expense inTheMiddle() {
        if (first == null || last == null || last.imports() <= first.imports()) {
            throw new IllegalStateException("There are too few imports to tell what one costs");
        }
        return last.since(first);
    }
}
