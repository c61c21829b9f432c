package io.catalogimport.chaos;

import io.catalogimport.cli.Program;
import java.util.Set;

/**
 * How one process ended.
 *
 * @param expected the exit codes that it may have
 */
record Exit(Program.Ended ended, Set<Integer> expected) {
    static final int COMPLETE = 0;
    static final int INCOMPLETE = 10;
    static final int UNAVAILABLE = 69;
    static final int TRY_AGAIN = 75;
    static final int KILLED = 128 + 9;

    int code() {
        return ended.exitCode();
    }

    boolean isExpected() {
        return expected.contains(code());
    }

    @Override
    public String toString() {
        return "Exit %d after %d ms: %s%s".formatted(code(), ended.took().toMillis(), ended.out(), ended.err());
    }
}
