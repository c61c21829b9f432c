package io.catalogimport.cli;

import io.catalogimport.aws.StackArn;
import io.catalogimport.ledger.LedgerRow;
import io.catalogimport.ledger.MappingState;
import io.catalogimport.ledger.Run;
import java.io.PrintWriter;
import java.util.Locale;

/** One row of the file and what is said of it, as text for people. */
final class RowText {
    private final PrintWriter out;
    private final Run run;
    private final boolean withLane;

    /** @param withLane whether the account and the region are named, without which a stack's name is not unique */
    RowText(PrintWriter out, Run run, boolean withLane) {
        this.out = out;
        this.run = run;
        this.withLane = withLane;
    }

    void print(LedgerRow row) {
        String state = row.state().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        String code = row.remark().code().isEmpty() ? "" : "  " + row.remark().code();
        out.println(Printable.text("line %-6d %-16s %s%s".formatted(row.line(), state, stack(row), code)));
        // What is said of a row that needs no work is said of many rows, and is in the results.
        if (!row.remark().message().isEmpty() && row.state() != MappingState.ALREADY_IMPORTED) {
            out.println("            " + Printable.text(row.remark().message()));
        }
    }

    private String stack(LedgerRow row) {
        int column = run.columns().indexOf("stack_arn");
        String arn = column < row.fields().size() ? row.fields().get(column) : "";
        return StackArn.parse(arn).map(this::words).orElse("-");
    }

    private String words(StackArn arn) {
        return withLane ? "%s (%s)".formatted(arn.stackName(), arn.lane()) : arn.stackName();
    }
}
