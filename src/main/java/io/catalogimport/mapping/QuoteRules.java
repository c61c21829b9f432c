package io.catalogimport.mapping;

import java.util.Arrays;
import java.util.List;

/**
 * Where quotes may stand, stricter than OpenCSV is: a doubtful quote shall cost the row that it stands in, and never
 * make part of another row of the rows that follow.
 */
final class QuoteRules {
    private QuoteRules() {}

    /** Whether quotes only open, close and (doubled) stand within fields, as RFC 4180 has it. */
    static boolean areKeptBy(String row) {
        boolean open = false;
        boolean closed = false;
        boolean atFieldStart = true;
        for (int i = 0; i < row.length(); i++) {
            char character = row.charAt(i);
            if (open) {
                if (character == '"' && row.startsWith("\"", i + 1)) {
                    i++;
                } else if (character == '"') {
                    open = false;
                    closed = true;
                }
            } else if (character == ',') {
                atFieldStart = true;
                closed = false;
            } else if (closed || (character == '"' && !atFieldStart)) {
                return false;
            } else {
                open = character == '"';
                atFieldStart = false;
            }
        }
        return !open;
    }

    /**
     * Whether a field of several lines seems to have swallowed a row, as happens between two stray quotes: one of its
     * lines holds an ARN among commas. Nothing else tells such a field from a true one.
     */
    static boolean seemToHideRow(List<String> fields) {
        return fields.stream()
                .filter(QuoteRules::hasLineBreak)
                .flatMap(String::lines)
                .anyMatch(QuoteRules::looksLikeRow);
    }

    static boolean hasLineBreak(String field) {
        return field.indexOf('\n') >= 0 || field.indexOf('\r') >= 0;
    }

    private static boolean looksLikeRow(String line) {
        return line.contains(",")
                && Arrays.stream(line.split(",", -1))
                        .anyMatch(part -> part.replace("\"", "").strip().startsWith("arn:"));
    }
}
