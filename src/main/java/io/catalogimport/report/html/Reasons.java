package io.catalogimport.report.html;

import io.catalogimport.ledger.LedgerRow;
import io.catalogimport.ledger.MappingState;
import io.catalogimport.ledger.Warning;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The rows by the codes that they have: those that need somebody, and those with a mere warning. */
final class Reasons {
    private static final int MOST_LINES = 12;

    /** AWS's own codes come from outside. */
    private static final int MOST_CODES = 200;

    private final Map<String, Group> problems = new LinkedHashMap<>();
    private final Map<String, Group> warnings = new LinkedHashMap<>();

    private static final class Group {
        private final Set<MappingState> states = EnumSet.noneOf(MappingState.class);
        private final List<Integer> lines = new ArrayList<>();
        private final String example;
        private long rows;

        Group(String example) {
            this.example = example;
        }

        void add(LedgerRow row) {
            rows++;
            states.add(row.state());
            if (lines.size() < MOST_LINES) {
                lines.add(row.line());
            }
        }
    }

    void add(LedgerRow row) {
        Set<String> mere = row.warnings().stream().map(Warning::code).collect(Collectors.toCollection(TreeSet::new));
        row.warnings().stream()
                .filter(warning -> mere.remove(warning.code()))
                .forEach(warning -> add(warnings, warning.code(), warning.sentence(), row));
        // A row that has nothing else to say has the codes of its warnings.
        Set<String> own = codes(row);
        row.warnings().forEach(warning -> own.remove(warning.code()));
        Map<String, Group> groups = MappingState.SETTLED.contains(row.state()) ? warnings : problems;
        own.forEach(code -> add(groups, code, row.remark().message(), row));
    }

    private static void add(Map<String, Group> groups, String code, String example, LedgerRow row) {
        if (groups.containsKey(code) || groups.size() < MOST_CODES) {
            groups.computeIfAbsent(code, unused -> new Group(example)).add(row);
        }
    }

    /** The codes of a row, each once. */
    static Set<String> codes(LedgerRow row) {
        Set<String> codes = new TreeSet<>(List.of(row.remark().code().split(";")));
        codes.remove("");
        return codes;
    }

    /** A code for the page; meaning and what to do are HTML. */
    record View(
            String id,
            String code,
            String rows,
            String states,
            String meaning,
            String whatToDo,
            String example,
            List<Integer> lines,
            boolean hasMore) {}

    List<View> problems(Explanations explanations) {
        return views(problems, "code-", explanations);
    }

    List<View> warnings(Explanations explanations) {
        return views(warnings, "warning-", explanations);
    }

    /** The most frequent first. */
    private static List<View> views(Map<String, Group> groups, String prefix, Explanations explanations) {
        return groups.entrySet().stream()
                .sorted(Comparator.comparing(entry -> -entry.getValue().rows))
                .map(entry -> view(prefix, entry.getKey(), entry.getValue(), explanations))
                .toList();
    }

    private static View view(String prefix, String code, Group group, Explanations explanations) {
        Explanations.Explanation explanation = explanations.of(code);
        return new View(
                prefix + code,
                code,
                Words.count(group.rows, "row"),
                group.states.stream().map(Words::state).collect(Collectors.joining(", ")),
                explanation.meaning(),
                explanation.whatToDo(),
                group.example,
                group.lines,
                group.rows > group.lines.size());
    }
}
