package io.catalogimport.cli;

import io.catalogimport.launch.RunVerification.Outcome;
import io.catalogimport.ledger.MappingState;
import io.catalogimport.report.Plural;
import io.catalogimport.validation.Finding;
import io.catalogimport.verification.VerificationTally;
import io.catalogimport.verification.VerifiedRow;
import io.catalogimport.verification.VerifiedRow.Result;
import java.io.PrintWriter;
import java.util.Map;
import java.util.stream.Collectors;

/** What a verification has found, for people. */
final class VerifyText {
    private static final int SHOWN = 20;

    private final PrintWriter out;

    VerifyText(PrintWriter out) {
        this.out = out;
    }

    void print(Outcome outcome) {
        VerificationTally tally = outcome.tally();
        tally.first().stream().limit(SHOWN).forEach(this::print);
        long others = tally.total()
                - tally.of(Result.MATCHES)
                - Math.min(SHOWN, tally.first().size());
        if (others > 0) {
            print("And " + Plural.of(others, "more row") + ".");
        }
        if (!tally.codes().isEmpty()) {
            print(tally.codes().entrySet().stream()
                    .map(code -> code.getKey() + " on " + code.getValue())
                    .collect(Collectors.joining(", ", "Rows by code: ", ".")));
        }
        print("Verified %s: %d match, %d differ, %d could not be checked."
                .formatted(
                        Plural.of(tally.total(), "imported row"),
                        tally.of(Result.MATCHES),
                        tally.of(Result.DIFFERS),
                        tally.of(Result.NOT_CHECKED)));
        Map<MappingState, Long> notImported = VerifyDocument.notImported(outcome);
        if (!notImported.isEmpty()) {
            print(notImported.entrySet().stream()
                    .map(state -> state.getValue() + " " + state.getKey())
                    .collect(Collectors.joining(", ", "Not imported, so not compared: ", ".")));
        }
        if (!tally.firstUpdate().isEmpty()) {
            print(tally.firstUpdate().entrySet().stream()
                    .map(code -> code.getKey() + " on " + code.getValue())
                    .collect(Collectors.joining(", ", "The first update will meet: ", ".")));
        }
        print("All rows: " + outcome.file());
        print("Nothing was changed in AWS.");
    }

    private void print(VerifiedRow row) {
        print("line %d  %s  %s  %s"
                .formatted(
                        row.row().line(),
                        row.row().mapping().stackArn().lane(),
                        row.row().mapping().stackArn().stackName(),
                        row.result() == Result.DIFFERS ? "differs" : "could not be checked"));
        for (Finding finding : row.findings()) {
            print("    %s: %s".formatted(finding.code(), finding.sentence()));
        }
    }

    private void print(String line) {
        out.println(Printable.text(line));
    }
}
