package io.catalogimport.chaos;

import java.util.List;

/**
 * What the workers are asked to keep to.
 *
 * @param options by which they are asked
 * @param most how many imports they may begin
 * @param allFail whether each import fails meanwhile
 */
record Limit(Kind kind, List<String> options, int most, boolean allFail) {

    /** What is counted. */
    enum Kind {
        NONE,
        IMPORTS,
        FAILURES
    }

    static Limit none() {
        return new Limit(Kind.NONE, List.of(), Integer.MAX_VALUE, false);
    }

    static Limit ofImports(int most) {
        return new Limit(Kind.IMPORTS, List.of("--limit", Integer.toString(most)), most, false);
    }

    static Limit ofFailures(int most) {
        return new Limit(Kind.FAILURES, List.of("--max-failures", Integer.toString(most)), most, true);
    }
}
