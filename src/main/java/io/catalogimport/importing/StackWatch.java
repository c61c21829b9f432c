package io.catalogimport.importing;

import io.catalogimport.aws.StackGateway;
import io.catalogimport.ledger.LedgerEntry;
import io.catalogimport.ledger.Remark;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** Looks at the stack of an import that Service Catalog says is done or has failed. */
final class StackWatch {
    private final StackGateway stacks;
    private final Clock clock;
    private final ImportSettings settings;
    private final LedgerEntry entry;

    private boolean hasMoved;
    private String status = "not looked at";
    private Instant statusSince;

    StackWatch(StackGateway stacks, Clock clock, ImportSettings settings, LedgerEntry entry) {
        this.stacks = stacks;
        this.clock = clock;
        this.settings = settings;
        this.entry = entry;
        this.statusSince = clock.instant();
    }

    /** Looks at the stack of an import whose record and provisioned product are done; empty while there is no end. */
    Optional<ImportOutcome> look() {
        if (settings.completion() == Completion.RECORD) {
            return Optional.of(new ImportOutcome.Imported());
        }
        see(stacks.describe(entry.mapping().stackArn())
                .map(stack -> stack.status().text())
                .orElse("not found"));
        if (status.equals("IMPORT_COMPLETE")) {
            return Optional.of(new ImportOutcome.Imported());
        }
        if (!isOnItsWay()) {
            return Optional.of(failed());
        }
        return hasRestedTooLong() ? Optional.of(unchanged()) : Optional.empty();
    }

    /** A failed import may still be rolled back, and until that has ended the lane is not free. */
    boolean isAtRest() {
        if (settings.completion() == Completion.RECORD) {
            return true;
        }
        return stacks.describe(entry.mapping().stackArn())
                .map(stack -> !stack.isInProgress())
                .orElse(true);
    }

    /** The status that the latest look has seen. */
    String status() {
        return status;
    }

    private void see(String seen) {
        if (!seen.equals(status)) {
            status = seen;
            statusSince = clock.instant();
        }
        hasMoved |= isInProgress(seen);
    }

    private static boolean isInProgress(String status) {
        return status.endsWith("_IN_PROGRESS");
    }

    /** IMPORT_ROLLBACK_COMPLETE is also a state that an import may begin from: bad only after the stack has moved. */
    private boolean isOnItsWay() {
        if (status.equals("IMPORT_ROLLBACK_COMPLETE")) {
            return !hasMoved;
        }
        return isInProgress(status)
                || status.equals("CREATE_COMPLETE")
                || status.equals("UPDATE_COMPLETE")
                || status.equals("UPDATE_ROLLBACK_COMPLETE");
    }

    private ImportOutcome failed() {
        return new ImportOutcome.Failed(new Remark(
                "STACK_" + status.toUpperCase(Locale.ROOT).replace(' ', '_'),
                "Service Catalog says the import succeeded, but the stack is %s. See the stack's events, fix it, then run again."
                        .formatted(status)));
    }

    /**
     * Whether the stack has rested in one status for too long. AWS does not document whether an import changes it at all,
     * and somebody may have changed the stack since the import.
     */
    private boolean hasRestedTooLong() {
        return !isInProgress(status) && !clock.instant().isBefore(statusSince.plus(settings.unchangedAfter()));
    }

    private ImportOutcome unchanged() {
        String before = entry.stackStatus();
        boolean isAsBefore = before == null || before.equals(status);
        String advice = isAsBefore
                ? ". If AWS leaves the status of imported stacks as it was, run again with --completion record."
                : "; before the import it was %s. If it was changed since the import, or AWS leaves the status of imported stacks as it was, run again with --completion record."
                        .formatted(before);
        return new ImportOutcome.Unresolved(new Remark(
                "STACK_STATUS_UNCHANGED",
                "The record SUCCEEDED and the provisioned product is AVAILABLE, but the stack has stayed %s for %s%s"
                        .formatted(status, DurationWords.of(settings.unchangedAfter()), advice)));
    }
}
