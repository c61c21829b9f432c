package io.catalogimport.cli;

import io.catalogimport.aws.PrincipalArn;
import io.catalogimport.aws.StackArn;
import io.catalogimport.handover.HandoverOutcome.End;
import io.catalogimport.launch.HandedOverRow;
import io.catalogimport.launch.HandingOver.Preview;
import io.catalogimport.launch.HandoverResult;
import io.catalogimport.ledger.MappingState;
import io.catalogimport.ledger.Obstacle;
import io.catalogimport.report.Plural;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;

/** What handover says to people: a line for each row, and what all of it comes to. */
final class HandoverText implements HandoverView {
    private final PrintWriter out;
    private final PrincipalArn owner;
    private final boolean plan;

    /** @param plan whether nothing is handed over */
    HandoverText(PrintWriter out, PrincipalArn owner, boolean plan) {
        this.out = out;
        this.owner = owner;
        this.plan = plan;
    }

    @Override
    public void ahead(Preview preview) {
        if (preview.rows() == 0) {
            print("Nothing is to be handed over: this run has imported no row.");
            return;
        }
        print("New owner of %s: %s".formatted(Plural.of(preview.rows(), "provisioned product"), owner.text()));
        boolean isElsewhere =
                preview.lanes().stream().anyMatch(lane -> !lane.account().equals(owner.account()));
        if (isElsewhere) {
            print("Some rows are not in account %s. AWS documents that a new owner is of the same account."
                    .formatted(owner.account()));
        }
        print("Do this last: afterwards, the old owner may no longer read the records.");
    }

    @Override
    public synchronized void row(HandedOverRow row) {
        print("line %-6d %-15s %s%s"
                .formatted(
                        row.line(),
                        row.end().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                        StackArn.parse(row.stackArn()).map(StackArn::stackName).orElse("-"),
                        row.code().isEmpty() ? "" : "  " + row.code()));
        if (!row.message().isEmpty()) {
            print("            " + row.message());
        } else if (row.previousOwner() != null && row.end() != End.OWNED_ALREADY) {
            print("            owner %s: %s".formatted(plan ? "now" : "before", row.previousOwner()));
        }
    }

    @Override
    public void ended(HandoverResult result, ExitCode code) {
        result.inFlight().forEach(this::print);
        print("%s%s, %d not handed over%s%s.%s"
                .formatted(
                        plan
                                ? "Plan: %d to hand over".formatted(result.toHandOver())
                                : "%d handed over".formatted(result.handedOver()),
                        result.ownedAlready() == 0 ? "" : ", %d owned already".formatted(result.ownedAlready()),
                        result.notHandedOver(),
                        result.inProgress() == 0 ? "" : ", %d without a known end".formatted(result.inProgress()),
                        result.left() == 0 ? "" : ", %d not tried".formatted(result.left()),
                        plan ? " Nothing was changed." : ""));
        if (!plan && result.handedOver() > 0) {
            print(
                    "The old owner may no longer read the records. What follows, such as an update, is for the new owner.");
        }
        next(result, code).ifPresent(this::print);
    }

    private void print(Obstacle obstacle) {
        print("Line %d of %s is %s: nothing is handed over before that has ended. Run %s again first."
                .formatted(
                        obstacle.line(),
                        obstacle.file(),
                        obstacle.state(),
                        obstacle.state() == MappingState.RELEASING ? "undo" : "import"));
    }

    private Optional<String> next(HandoverResult result, ExitCode code) {
        if (result.stopped()) {
            return Optional.of("Stopped as requested. Next: run the same command again to continue.");
        }
        if (plan && result.toHandOver() > 0) {
            return Optional.of(ConsentMixin.nextAfterPlan(code));
        }
        return switch (code) {
            case SUCCESS -> Optional.empty();
            case NO_PERMISSION ->
                Optional.of("AWS refused every row. Compare the permissions with jobs/iam/handover-policy.json.");
            case TRY_AGAIN, UNAVAILABLE -> Optional.of("Next: run the same command again later; nothing is lost.");
            default -> Optional.of("Next: see why, then run the same command again.");
        };
    }

    private void print(String line) {
        out.println(Printable.text(line));
        out.flush();
    }
}
