package io.catalogimport.cli;

import io.catalogimport.launch.RunResult;
import io.catalogimport.ledger.Figures;
import io.catalogimport.ledger.MappingState;
import io.catalogimport.ledger.Run;
import io.catalogimport.report.Plural;
import io.catalogimport.report.RunOutcome;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The codes for which rows may be rejected in a run that counts as a success, as in a file that grows every night. */
record AcceptedRejections(Set<String> codes) {
    static final AcceptedRejections NONE = new AcceptedRejections(Set.of());

    private static final Pattern CODES = Pattern.compile("\\w+(,\\w+)*");

    static AcceptedRejections parse(String text) {
        if (!CODES.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not a list of codes such as STACK_NOT_FOUND,TEMPLATE_DIFFERS");
        }
        return new AcceptedRejections(new TreeSet<>(List.of(text.split(","))));
    }

    /** Whether nothing is left but rows that were rejected for these codes alone. */
    boolean covers(Figures ledger, Run run, RunResult result) {
        boolean isEnd = result.outcome() == RunOutcome.INCOMPLETE || result.outcome() == RunOutcome.SELECTION_DONE;
        return !codes.isEmpty() && isEnd && result.onlyRejectedAreLeft() && ledger.areRejectedOnlyFor(run, codes);
    }

    String words(RunResult result) {
        return "Accepted: %s rejected for %s (--accept-rejected)."
                .formatted(Plural.of(result.rows().of(MappingState.REJECTED), "row"), String.join(", ", codes));
    }
}
