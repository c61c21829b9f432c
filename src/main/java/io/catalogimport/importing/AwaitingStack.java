package io.catalogimport.importing;

import io.catalogimport.aws.StackDescription;
import io.catalogimport.aws.StackStatus;
import io.catalogimport.ledger.Remark;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The record succeeded and the provisioned product is available. Waits until the stack is {@code IMPORT_COMPLETE}. */
final class AwaitingStack implements Phase.AfterProduct {
    private final ImportView view;
    private boolean hasMoved;
    private String status = "not looked at";
    private Instant statusSince;

    AwaitingStack(ImportView view) {
        this.view = view;
        this.statusSince = view.now();
    }

    @Override
    public Optional<Ended> look() {
        if (view.settings().completion() == Completion.RECORD) {
            return ended(new ImportOutcome.Imported());
        }
        Optional<StackDescription> stack = view.stack();
        see(stack.map(found -> found.status().text()).orElse("not found"));
        return stack.isPresent() ? next(stack.get()) : ended(new ImportOutcome.Failed(gone()));
    }

    private void see(String seen) {
        if (!seen.equals(status)) {
            status = seen;
            statusSince = view.now();
        }
    }

    private Optional<Ended> next(StackDescription stack) {
        if (stack.status().is(StackStatus.IMPORT_COMPLETE)) {
            return ended(new ImportOutcome.Imported());
        }
        if (stack.isInProgress()) {
            hasMoved = true;
            return Optional.empty();
        }
        if (!mayStillBegin(stack)) {
            return ended(new ImportOutcome.Failed(failed()));
        }
        return hasRestedTooLong() ? ended(new ImportOutcome.Unresolved(unchanged())) : Optional.empty();
    }

    /**
     * An import may begin from IMPORT_ROLLBACK_COMPLETE. After the stack was in progress, that status means that the
     * import failed.
     */
    private boolean mayStillBegin(StackDescription stack) {
        return stack.isImportable() && !(hasMoved && stack.status().is(StackStatus.IMPORT_ROLLBACK_COMPLETE));
    }

    /**
     * Whether the stack has kept one status for too long. AWS does not document whether an import changes it at all, and
     * somebody may have changed the stack since the import.
     */
    private boolean hasRestedTooLong() {
        return !view.now().isBefore(statusSince.plus(view.settings().unchangedAfter()));
    }

    private static Optional<Ended> ended(ImportOutcome outcome) {
        return Optional.of(new Ended(outcome));
    }

    private static Remark gone() {
        return new Remark(
                "STACK_GONE",
                "The import succeeded, but its stack no longer exists. Someone has probably deleted it. Remove the row, or create the stack again and map the new one.");
    }

    private Remark failed() {
        return new Remark(
                "STACK_" + status,
                "Service Catalog says the import succeeded, but the stack is %s. See the stack's events, fix it, then run again."
                        .formatted(status));
    }

    private Remark unchanged() {
        String before = view.entry().stackStatus();
        boolean isAsBefore = before == null || before.equals(status);
        String advice = isAsBefore
                ? ". If AWS leaves the status of imported stacks as it was, run again with --completion record."
                : "; before the import it was %s. If it was changed since the import, or AWS leaves the status of imported stacks as it was, run again with --completion record."
                        .formatted(before);
        return new Remark(
                "STACK_STATUS_UNCHANGED",
                "The record SUCCEEDED and the provisioned product is AVAILABLE, but the stack has stayed %s for %s%s"
                        .formatted(status, DurationWords.of(view.settings().unchangedAfter()), advice));
    }

    @Override
    public Remark timedOut(@Nullable String trouble) {
        return view.timedOut(
                trouble == null ? "record SUCCEEDED, provisioned product AVAILABLE and stack " + status : trouble,
                "If AWS leaves the status of imported stacks as it was, run again with --completion record.");
    }
}
