package io.catalogimport.importing;

import io.catalogimport.aws.CatalogGateway;
import io.catalogimport.aws.Lane;
import io.catalogimport.aws.Pause;
import io.catalogimport.aws.RoleNotAssumedException;
import io.catalogimport.aws.StackGateway;
import io.catalogimport.ledger.Ledger;
import io.catalogimport.ledger.LedgerEntry;
import io.catalogimport.ledger.MappingState;
import io.catalogimport.ledger.Remark;
import io.catalogimport.ledger.Run;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * Imports one stack, from whatever state the ledger has it in: the intent is written down before AWS is asked, the
 * record is followed to its end, and what is found is written down before the caller is told. Whenever the process dies,
 * the next start goes on from the ledger.
 */
public final class StackImporter {
    /** The code of a mapping that cannot be imported because its account's role cannot be assumed. */
    public static final String ROLE_NOT_ASSUMED = "ROLE_NOT_ASSUMED";

    private final Ledger ledger;
    private final CatalogGateway catalog;
    private final StackGateway stacks;
    private final PollSchedule schedule;
    private final Clock clock;
    private final Pause pause;
    private final ImportSettings settings;
    private final Submitter submitter;

    public StackImporter(
            Ledger ledger,
            CatalogGateway catalog,
            StackGateway stacks,
            SubmissionGuard guard,
            PollSchedule schedule,
            Clock clock,
            Pause pause,
            ImportSettings settings) {
        this.ledger = ledger;
        this.catalog = catalog;
        this.stacks = stacks;
        this.schedule = schedule;
        this.clock = clock;
        this.pause = pause;
        this.settings = settings;
        this.submitter = new Submitter(catalog, guard, clock, pause, settings);
    }

    /**
     * Works on the entry until it ends, its time is up or the run is stopped.
     *
     * @param entry READY, or in flight since an earlier start
     * @throws io.catalogimport.aws.AwsException if the run cannot go on; the entry is in flight then, or READY if AWS has certainly not taken it
     */
    public ImportOutcome importStack(Run run, LedgerEntry entry) {
        return switch (entry.state()) {
            case READY -> submit(ledger.submitting(entry, IdempotencyToken.next(run, entry), clock.instant()), false);
            case SUBMITTING -> {
                // What blocked it at an earlier start may be over.
                ledger.unblocked(entry);
                yield entry.runId() == run.id() ? submit(entry, true) : settle(entry);
            }
            case IN_PROGRESS -> follow(entry, false);
            case UNRESOLVED -> follow(ledger.followAgain(entry), false);
            case STAGED, REJECTED, ALREADY_IMPORTED, IMPORTED, FAILED ->
                throw new IllegalArgumentException(
                        "Line %d is %s: there is nothing to import".formatted(entry.line(), entry.state()));
        };
    }

    private ImportOutcome submit(LedgerEntry submitting, boolean mayBeTaken) {
        Submission submission = submitter.submit(submitting, mayBeTaken);
        return submission instanceof Submission.Denied denied
                ? denied(submitting, denied)
                : submitted(submitting, submission, !mayBeTaken);
    }

    private ImportOutcome denied(LedgerEntry submitting, Submission.Denied denied) {
        if (denied.refusal() instanceof RoleNotAssumedException role) {
            return submitted(
                    submitting,
                    denied.mayBeTaken()
                            ? new Submission.Blocked(roleNotAssumed(role))
                            : new Submission.Refused(roleNotAssumed(role)),
                    false);
        }
        if (!denied.mayBeTaken()) {
            ledger.notSubmitted(submitting);
        }
        throw denied.refusal();
    }

    /** The role's account alone has it to bear: its mappings fail one by one, and other lanes go on. */
    private static Remark roleNotAssumed(RoleNotAssumedException e) {
        return new Remark(ROLE_NOT_ASSUMED, e.getMessage() + ". Mend the role or its trust, then run again.");
    }

    /** Another file's: what became of it must be known, but nothing is imported that this file does not ask for. */
    private ImportOutcome settle(LedgerEntry submitting) {
        return submitted(submitting, submitter.settle(submitting), false);
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
        return new ImportOutcome.Suspended();
    }

    /** @param fresh whether this start has submitted it, and so sees how long it takes */
    private ImportOutcome follow(LedgerEntry entry, boolean fresh) {
        ImportWatch watch = new ImportWatch(catalog, stacks, clock, settings, entry);
        Instant startedAt = Objects.requireNonNull(entry.attempt().startedAt());
        Duration unfinished = Duration.ZERO;
        Duration wait = fresh ? untilNextLook(watch, entry.lane(), startedAt) : Duration.ZERO;
        MDC.put("record", entry.attempt().recordId());
        while (pause.waitFor(wait)) {
            Duration waited = Duration.between(startedAt, clock.instant());
            Optional<ImportOutcome> end = look(watch);
            if (end.isPresent()) {
                return written(entry, end.get(), fresh ? new Seen(unfinished, waited) : null);
            }
            unfinished = waited;
            wait = untilNextLook(watch, entry.lane(), startedAt);
        }
        return new ImportOutcome.Suspended();
    }

    private Duration untilNextLook(ImportWatch watch, Lane lane, Instant startedAt) {
        Duration waited = Duration.between(startedAt, clock.instant());
        return watch.shortenedToDeadline(schedule.untilNextLook(lane, waited));
    }

    /** When, from the submission on, an import was last seen to be in flight, and when to be over. */
    private record Seen(Duration unfinished, Duration over) {}

    private static Optional<ImportOutcome> look(ImportWatch watch) {
        try {
            return watch.look();
        } catch (RoleNotAssumedException e) {
            return Optional.of(new ImportOutcome.Unresolved(roleNotAssumed(e)));
        }
    }

    private ImportOutcome written(LedgerEntry entry, ImportOutcome end, @Nullable Seen seen) {
        if (end instanceof ImportOutcome.Failed failed) {
            return failed(entry, failed.remark());
        }
        if (end instanceof ImportOutcome.Unresolved unresolved) {
            ledger.ended(entry, MappingState.UNRESOLVED, unresolved.remark(), clock.instant());
            return end;
        }
        Duration took = seen == null ? null : schedule.learn(entry.lane(), seen.unfinished(), seen.over());
        ledger.imported(entry, clock.instant(), took);
        return end;
    }

    private ImportOutcome failed(LedgerEntry entry, Remark remark) {
        ledger.ended(entry, MappingState.FAILED, remark, clock.instant());
        return new ImportOutcome.Failed(remark);
    }
}
