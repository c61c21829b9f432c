package io.catalogimport.cli;

import io.catalogimport.aws.Reasons;
import io.catalogimport.ledger.Refusal;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The rows that AWS refused, or that could not be reached, grouped by reason: one line each, however many rows. */
final class RefusalText {
    private static final int MOST_LANES = 10;

    private final PrintWriter out;

    RefusalText(PrintWriter out) {
        this.out = out;
    }

    void print(List<Refusal> refusals) {
        Map<String, List<Refusal>> byCode =
                refusals.stream().collect(Collectors.groupingBy(Refusal::code, TreeMap::new, Collectors.toList()));
        byCode.forEach((code, group) -> out.println(sentence(code, group)));
    }

    private static String sentence(String code, List<Refusal> group) {
        long rows = group.stream().mapToLong(Refusal::rows).sum();
        return "%d %s in %d %s (account and region) %s: %s."
                .formatted(
                        rows,
                        rows == 1 ? "row" : "rows",
                        group.size(),
                        group.size() == 1 ? "lane" : "lanes",
                        what(code),
                        lanes(group));
    }

    private static String what(String code) {
        return switch (code) {
            case Reasons.REGION_UNREACHABLE -> "could not be reached";
            case Reasons.THROTTLED -> "were throttled by AWS for too long";
            case Reasons.REGION_NOT_ENABLED -> "are in a region that the account cannot use";
            case Reasons.ROLE_NOT_ASSUMED -> "need a role that cannot be assumed";
            case Reasons.ACCOUNT_NOT_KNOWN -> "are in an account that the credentials may not belong to";
            case Reasons.OTHER_ACCOUNT -> "are in another account than the credentials";
            default -> "were refused by AWS (" + code + ")";
        };
    }

    private static String lanes(List<Refusal> group) {
        String shown = group.stream()
                .limit(MOST_LANES)
                .map(refusal -> refusal.lane() + " (" + refusal.rows() + ")")
                .collect(Collectors.joining(", "));
        int more = group.size() - MOST_LANES;
        return more > 0 ? shown + " and " + more + " more" : shown;
    }
}
