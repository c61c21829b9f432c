package io.catalogimport.cli;

import io.catalogimport.ledger.LedgerRow;
import io.catalogimport.ledger.MappingState;
import io.catalogimport.ledger.StateCounts;
import io.catalogimport.report.Plural;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Many rejected rows as one paragraph for each code: how many there are, on which lines, and the reason of the first. */
final class RejectionGroups {
    private static final int MOST_ONE_BY_ONE = 10;
    private static final int MOST_RANGES = 8;

    private final Map<String, List<Range>> ranges = new LinkedHashMap<>();
    private final Map<String, String> firstReasons = new LinkedHashMap<>();
    private final boolean many;

    /** @param counts of the rows that are shown */
    RejectionGroups(StateCounts counts) {
        many = counts.of(MappingState.REJECTED) > MOST_ONE_BY_ONE;
    }

    /** Lines that follow each other. */
    private record Range(int first, int last) {
        @Override
        public String toString() {
            return first == last ? Integer.toString(first) : first + "-" + last;
        }

        int size() {
            return last - first + 1;
        }
    }

    /** Whether the row is part of a group, so that it is not shown by itself. */
    boolean take(LedgerRow row) {
        if (!many || row.state() != MappingState.REJECTED) {
            return false;
        }
        String code = row.remark().code();
        firstReasons.putIfAbsent(code, row.remark().message());
        List<Range> lines = ranges.computeIfAbsent(code, any -> new ArrayList<>());
        int end = lines.size() - 1;
        if (end >= 0 && lines.get(end).last() == row.line() - 1) {
            lines.set(end, new Range(lines.get(end).first(), row.line()));
        } else {
            lines.add(new Range(row.line(), row.line()));
        }
        return true;
    }

    boolean isEmpty() {
        return ranges.isEmpty();
    }

    void print(PrintWriter out) {
        ranges.forEach((code, lines) -> {
            int rows = lines.stream().mapToInt(Range::size).sum();
            out.println(Printable.text("%s rejected: %s, %s".formatted(Plural.of(rows, "row"), code, places(lines))));
            out.println("            %s%s"
                    .formatted(rows == 1 ? "" : "The first: ", Printable.text(firstReasons.getOrDefault(code, ""))));
        });
    }

    private static String places(List<Range> lines) {
        String shown = lines.stream().limit(MOST_RANGES).map(Range::toString).collect(Collectors.joining(", "));
        int more = lines.stream().skip(MOST_RANGES).mapToInt(Range::size).sum();
        return (lines.size() == 1 && lines.get(0).size() == 1 ? "line " : "lines ")
                + shown
                + (more == 0 ? "" : " and " + more + " more");
    }
}
