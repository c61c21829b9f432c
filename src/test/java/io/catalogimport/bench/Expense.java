package io.catalogimport.bench;

import java.time.Duration;

/**
 * What imports have cost up to a moment.
 *
 * @param imports how many were done
 * @param statements that the database was sent, begin and commit among them
 * @param commits of transactions that have changed something
 * @param program the program's processor time, and so on
 */
record Expense(long imports, long statements, long commits, Duration program, Duration sandbox, Duration database) {

    Expense since(Expense earlier) {
        return new Expense(
                imports - earlier.imports,
                statements - earlier.statements,
                commits - earlier.commits,
                program.minus(earlier.program),
                sandbox.minus(earlier.sandbox),
                database.minus(earlier.database));
    }

    double perImport(long number) {
        return (double) number / imports;
    }

    double millisPerImport(Duration time) {
        return time.toNanos() / 1e6 / imports;
    }
}
