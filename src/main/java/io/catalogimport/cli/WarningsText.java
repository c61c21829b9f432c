package io.catalogimport.cli;

import io.catalogimport.ledger.LedgerRow;
import io.catalogimport.ledger.Warning;
import io.catalogimport.report.Plural;
import java.io.PrintWriter;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The warnings of all rows in one line, because a file may have thousands that say the same. Notes stand in the results alone. */
final class WarningsText {
    private final Map<String, Integer> rowsByCode = new TreeMap<>();

    void count(LedgerRow row) {
        row.warnings().stream()
                .filter(warning -> !warning.isNote())
                .map(Warning::code)
                .distinct()
                .forEach(code -> rowsByCode.merge(code, 1, Integer::sum));
    }

    void print(PrintWriter out) {
        if (!rowsByCode.isEmpty()) {
            out.println(rowsByCode.entrySet().stream()
                    .map(WarningsText::words)
                    .collect(Collectors.joining(", ", "Warnings: ", ". results.csv explains them.")));
        }
    }

    private static String words(Map.Entry<String, Integer> code) {
        return "%s on %s".formatted(code.getKey(), Plural.of(code.getValue(), "row"));
    }
}
