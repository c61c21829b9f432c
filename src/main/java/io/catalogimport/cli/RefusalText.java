package io.catalogimport.cli;

import io.catalogimport.aws.FailureKind;
import io.catalogimport.ledger.Refusal;
import io.catalogimport.report.Plural;
import java.io.PrintWriter;
import java.util.Comparator;
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
        Map<FailureKind, List<Refusal>> byKind = refusals.stream()
                .collect(Collectors.groupingBy(
                        Refusal::kind,
                        () -> new TreeMap<>(Comparator.comparing(FailureKind::name)),
                        Collectors.toList()));
        byKind.forEach((kind, group) -> out.println(sentence(kind, group)));
    }

    private static String sentence(FailureKind kind, List<Refusal> group) {
        long rows = group.stream().mapToLong(Refusal::rows).sum();
        return "%s in %s (account and region) %s: %s.%s"
                .formatted(
                        Plural.of(rows, "row"),
                        Plural.of(group.size(), "lane"),
                        what(kind),
                        lanes(group),
                        advice(kind));
    }

    private static String advice(FailureKind kind) {
        return kind == FailureKind.OTHER_ACCOUNT
                ? " Name a role that exists in each of these accounts with --role-name."
                : "";
    }

    private static String what(FailureKind kind) {
        return switch (kind) {
            case REGION_UNREACHABLE -> "could not be reached";
            case THROTTLED -> "were throttled by AWS for too long";
            case REGION_NOT_ENABLED -> "are in a region that the account cannot use";
            case ROLE_NOT_ASSUMED -> "need a role that cannot be assumed";
            case ACCOUNT_NOT_KNOWN -> "are in an account that the credentials may not belong to";
            case OTHER_ACCOUNT -> "are in another account than the credentials";
            case ACCESS_DENIED -> "were refused by AWS (ACCESS_DENIED)";
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
