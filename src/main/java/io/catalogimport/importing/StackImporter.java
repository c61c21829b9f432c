package io.catalogimport.importing;

import io.catalogimport.aws.AwsCredentialsException;
import io.catalogimport.aws.Lane;
import io.catalogimport.ledger.Ledger;
import io.catalogimport.ledger.LedgerConflictException;
import io.catalogimport.ledger.LedgerEntry;
import io.catalogimport.ledger.MappingState;
import io.catalogimport.ledger.Remark;
import io.catalogimport.ledger.Run;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * Imports one stack, from any state in the ledger. The intent is stored before AWS is asked. The import is followed to
 * its end. The outcome is stored before the caller gets it. If the process dies, the next start continues from the
 * ledger.
 */
public final class StackImporter {
    private final Ledger ledger;
    private final Gateways gateways;
    private final Gates gates;
    private final Waiting waiting;
    private final Submitter submitter;

    public StackImporter(Ledger ledger, Gateways gateways, Gates gates, Waiting waiting) {
        this.ledger = ledger;
        this.gateways = gateways;
        this.gates = gates;
        this.waiting = waiting;
        this.submitter = new Submitter(gateways, gates.guard(), waiting);
    }

    /**
     * Works on the entry until it ends, its time is up or the run is stopped.
     *
     * @param entry READY, or in flight since an earlier start
     * @throws AwsCredentialsException if AWS no longer accepts the caller's credentials. The entry is in flight then.
     *     It is READY if AWS has certainly not accepted the import
     */
    public ImportOutcome importStack(Run run, LedgerEntry entry) {
        try {
            return takenFrom(run, entry);
        } catch (LedgerConflictException e) {
            // If this process has lost its locks, this throws, and the other one continues.
            gates.guard().check();
            return new ImportOutcome.Overtaken();
        }
    }

    private ImportOutcome takenFrom(Run run, LedgerEntry entry) {
        return switch (entry.state()) {
            case READY -> submit(run, entry);
            case SUBMITTING -> {
                // What blocked it at an earlier start may be over.
                ledger.unblocked(entry);
                yield entry.runId() == run.id() ? takeUp(entry) : settleOfAnotherFile(entry);
            }
            case IN_PROGRESS -> follow(entry, false);
            case UNRESOLVED -> follow(ledger.followAgain(entry), false);
            case STAGED, REJECTED, ALREADY_IMPORTED, IMPORTED, FAILED, RELEASING, RELEASED ->
                throw new IllegalArgumentException(
                        "Line %d is %s: there is nothing to import".formatted(entry.line(), entry.state()));
        };
    }

    /** AWS may have received a request with this token, if it was sent before. */
    private ImportOutcome submit(Run run, LedgerEntry ready) {
        String token = IdempotencyToken.next(run, ready);
        boolean mayBeTaken = token.equals(ready.attempt().idempotencyToken());
        Optional<LedgerEntry> begun = gates.gate()
                .begin(
                        ready,
                        () -> ledger.submitting(ready, token, waiting.clock().instant()));
        return begun.map(submitting -> submitted(submitting, submitter.submit(submitting, mayBeTaken), !mayBeTaken))
                .orElseGet(ImportOutcome.NotBegun::new);
    }

    /** If AWS does not know of it, it is READY again, and treated like each other mapping that is READY. */
    private ImportOutcome takeUp(LedgerEntry submitting) {
        Optional<Submission> settled = submitter.settle(submitting);
        if (settled.isPresent()) {
            return submitted(submitting, settled.get(), false);
        }
        // Another process may have the locks by now, and ask for it again.
        gates.guard().check();
        ledger.notSubmitted(submitting, Remark.NONE);
        return new ImportOutcome.TakenBack();
    }

    /** An import of an older file. Its end must be known, but it is not asked for again. */
    private ImportOutcome settleOfAnotherFile(LedgerEntry submitting) {
        Submission nothing = new Submission.Refused(new Remark(
                "NOT_SUBMITTED",
                "The process ended while it asked for the import, and AWS does not know of it. Nothing was done."));
        Submission settled = submitter.settle(submitting).orElse(nothing);
        // That may have taken a minute. Another process may have the locks by now, and ask for it again.
        gates.guard().check();
        return submitted(submitting, settled, false);
    }

    private ImportOutcome submitted(LedgerEntry submitting, Submission submission, boolean fresh) {
        if (submission instanceof Submission.Taken taken) {
            LedgerEntry inProgress = ledger.inProgress(submitting, taken.recordId(), taken.provisionedProductId());
            return follow(inProgress, fresh);
        }
        if (submission instanceof Submission.Refused refused) {
            return failed(submitting, refused.remark());
        }
        if (submission instanceof Submission.Blocked blocked) {
            ledger.remark(submitting, blocked.remark());
            return new ImportOutcome.Unresolved(blocked.remark());
        }
        if (submission instanceof Submission.NotTaken notTaken) {
            ledger.notSubmitted(submitting, notTaken.remark());
            return new ImportOutcome.Postponed(notTaken.remark());
        }
        if (submission instanceof Submission.NoCredentials lost) {
            if (!lost.mayBeTaken()) {
                ledger.notSubmitted(submitting, Remark.NONE);
            }
            throw lost.refusal();
        }
        return new ImportOutcome.Suspended();
    }

    /** @param fresh whether this start has submitted it, and so can measure how long it takes */
    private ImportOutcome follow(LedgerEntry entry, boolean fresh) {
        ImportWatch watch =
                new ImportWatch(new ImportView(gateways, waiting.clock(), waiting.settings(), entry), fresh);
        Instant startedAt = Objects.requireNonNull(entry.attempt().startedAt());
        Duration unfinished = Duration.ZERO;
        Duration wait = fresh ? untilNextLook(watch, entry.lane(), startedAt) : Duration.ZERO;
        MDC.put("record", entry.attempt().recordId());
        while (waiting.pause().waitFor(wait)) {
            Duration waited = Duration.between(startedAt, waiting.clock().instant());
            Optional<ImportOutcome> end = watch.look();
            if (end.isPresent()) {
                return written(entry, end.get(), fresh ? new Seen(unfinished, waited) : null);
            }
            unfinished = waited;
            wait = untilNextLook(watch, entry.lane(), startedAt);
        }
        return new ImportOutcome.Suspended();
    }

    private Duration untilNextLook(ImportWatch watch, Lane lane, Instant startedAt) {
        Duration waited = Duration.between(startedAt, waiting.clock().instant());
        return watch.shortenedToDeadline(waiting.schedule().untilNextLook(lane, waited));
    }

    /** Counted from the submission: when an import was last seen in flight, and when its end was seen. */
    private record Seen(Duration unfinished, Duration over) {}

    private ImportOutcome written(LedgerEntry entry, ImportOutcome end, @Nullable Seen seen) {
        if (end instanceof ImportOutcome.Failed failed) {
            return failed(entry, failed.remark());
        }
        if (end instanceof ImportOutcome.Unresolved unresolved) {
            ledger.ended(
                    entry,
                    MappingState.UNRESOLVED,
                    unresolved.remark(),
                    waiting.clock().instant());
            return end;
        }
        Duration took = seen == null ? null : waiting.schedule().learn(entry.lane(), seen.unfinished(), seen.over());
        ledger.imported(entry, waiting.clock().instant(), took);
        return end;
    }

    private ImportOutcome failed(LedgerEntry entry, Remark remark) {
        ledger.ended(entry, MappingState.FAILED, remark, waiting.clock().instant());
        return new ImportOutcome.Failed(remark);
    }
}
