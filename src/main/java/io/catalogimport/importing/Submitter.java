package io.catalogimport.importing;

import io.catalogimport.aws.AwsBusyException;
import io.catalogimport.aws.AwsBusyException.Reason;
import io.catalogimport.aws.AwsCredentialsException;
import io.catalogimport.aws.AwsDeniedException;
import io.catalogimport.aws.AwsException;
import io.catalogimport.aws.AwsRefusedException;
import io.catalogimport.aws.BackOff;
import io.catalogimport.aws.CatalogGateway;
import io.catalogimport.aws.CatalogRecord;
import io.catalogimport.aws.FailureKind;
import io.catalogimport.aws.ImportRequest;
import io.catalogimport.aws.LaneClosedException;
import io.catalogimport.aws.Pause;
import io.catalogimport.aws.StopRequestedException;
import io.catalogimport.aws.TransientRetry;
import io.catalogimport.ledger.LedgerEntry;
import io.catalogimport.ledger.Remark;
import io.catalogimport.mapping.StackMapping;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Asks AWS for an import until AWS has answered. AWS says that the token makes this safe, but not how long it remembers
 * a token. So if an answer was lost, the program first looks whether the request took effect, and then repeats it.
 */
final class Submitter {
    private static final Logger log = LoggerFactory.getLogger(Submitter.class);

    /** A search may find what a request has made only after this time. */
    private static final Duration VISIBLE_WITHIN = Duration.ofMinutes(1);

    private final CatalogGateway catalog;
    private final SubmissionGuard guard;
    private final LeftBehind leftBehind;
    private final PassingRefusals passing;
    private final Clock clock;
    private final Pause pause;
    private final ImportSettings settings;

    Submitter(Gateways gateways, SubmissionGuard guard, Waiting waiting) {
        this.catalog = gateways.catalog();
        this.guard = guard;
        this.leftBehind = new LeftBehind(new ProvisionedProductSearch(gateways.catalog()));
        this.passing = new PassingRefusals(gateways.stacks());
        this.clock = waiting.clock();
        this.pause = waiting.pause();
        this.settings = waiting.settings();
    }

    /**
     * Submits the entry, which is SUBMITTING. If AWS refuses it or cannot be asked, that is an outcome of this entry.
     *
     * @param mayBeTaken whether an earlier request may have taken effect
     */
    Submission submit(LedgerEntry entry, boolean mayBeTaken) {
        Instant began = clock.instant();
        BackOff backOff = BackOff.FIRST;
        boolean lookFirst = mayBeTaken;
        @Nullable Instant refusedSince = null;
        Instant visibleBy = Objects.requireNonNull(entry.attempt().startedAt()).plus(VISIBLE_WITHIN);
        while (true) {
            Duration wait = backOff.delay();
            Remark reason;
            try {
                Answer answer = lookOrAsk(entry, lookFirst);
                Instant now = clock.instant();
                boolean mayYetBeSeen = lookFirst && now.isBefore(visibleBy);
                refusedSince = refusedSince == null && !answer.worthRepeating().isZero() ? now : refusedSince;
                boolean mayPass = refusedSince != null && now.isBefore(refusedSince.plus(answer.worthRepeating()));
                if (!(answer.submission() instanceof Submission.Refused refused) || !(mayYetBeSeen || mayPass)) {
                    return answer.submission();
                }
                reason = refused.remark();
            } catch (AwsDeniedException | LaneClosedException e) {
                return lookFirst ? new Submission.Blocked(remark(e)) : new Submission.Refused(remark(e));
            } catch (AwsCredentialsException e) {
                return new Submission.NoCredentials(e, lookFirst);
            } catch (AwsBusyException e) {
                if (e.reason() == Reason.UNAVAILABLE) {
                    lookFirst = true;
                    visibleBy = clock.instant().plus(VISIBLE_WITHIN);
                }
                if (clock.instant()
                        .plus(wait)
                        .isAfter(began.plus(settings.patience().with(e)))) {
                    return giveUp(e, lookFirst);
                }
                reason = new Remark(e.reasonCode(), String.valueOf(e.getMessage()));
            }
            log.atLevel(backOff.equals(BackOff.FIRST) ? level(reason) : Level.DEBUG)
                    .log("{}; trying again in {} s", reason.message(), wait.toSeconds());
            if (!pause.waitFor(untilEnd(wait))) {
                return new Submission.Suspended();
            }
            if (untilEnd(wait).isZero()) {
                return timeIsUp(reason, lookFirst);
            }
            backOff = backOff.next();
        }
    }

    /**
     * The result of one request.
     *
     * @param worthRepeating how long the request is worth repeating, counted from the first such refusal; zero
     *     otherwise
     */
    private record Answer(Submission submission, Duration worthRepeating) {}

    private Answer lookOrAsk(LedgerEntry entry, boolean lookFirst) {
        Optional<Submission> found = lookFirst ? leftBehind.by(entry) : Optional.empty();
        if (found.isPresent()) {
            return new Answer(found.get(), Duration.ZERO);
        }
        try {
            return new Answer(ask(entry), Duration.ZERO);
        } catch (AwsRefusedException e) {
            Submission submission = leftBehind.orRefused(entry, e);
            boolean isRefused = submission instanceof Submission.Refused;
            return new Answer(submission, isRefused ? passing.patience(e, entry) : Duration.ZERO);
        }
    }

    /**
     * Finds out whether AWS accepted the request of an earlier start, without asking again. A search may find what a
     * request has made only after a while. So only a look after that time can say that there is nothing.
     *
     * @return empty if AWS does not know of it
     */
    Optional<Submission> settle(LedgerEntry entry) {
        try {
            Optional<Submission> found = look(entry);
            if (found.isPresent()) {
                return found;
            }
            log.info(
                    "AWS may have got the request for {} before it was cut off; looking again in {} s",
                    entry.mapping().stackArn().stackName(),
                    VISIBLE_WITHIN.toSeconds());
            // A request is repeated for minutes, so when the last one was made is not known. It counts as made right
            // now.
            return pause.waitFor(VISIBLE_WITHIN) ? look(entry) : Optional.of(new Submission.Suspended());
        } catch (AwsBusyException | AwsDeniedException | LaneClosedException e) {
            return Optional.of(new Submission.Blocked(remark(e)));
        } catch (AwsCredentialsException e) {
            return Optional.of(new Submission.NoCredentials(e, true));
        } catch (StopRequestedException e) {
            return Optional.of(new Submission.Suspended());
        }
    }

    private Optional<Submission> look(LedgerEntry entry) {
        return new TransientRetry(clock, pause, settings.patience()).call(() -> leftBehind.by(entry));
    }

    /** That AWS is busy or away is said elsewhere, once for all lanes. */
    private static Level level(Remark reason) {
        return reason.code().equals(FailureKind.THROTTLED.name())
                        || reason.code().equals(FailureKind.REGION_UNREACHABLE.name())
                ? Level.DEBUG
                : Level.INFO;
    }

    private Submission ask(LedgerEntry entry) {
        StackMapping mapping = entry.mapping();
        guard.check();
        CatalogRecord taken = catalog.importStack(new ImportRequest(
                mapping.stackArn(),
                mapping.productId(),
                mapping.provisioningArtifactId(),
                mapping.provisionedProductName(),
                Objects.requireNonNull(entry.attempt().idempotencyToken())));
        return new Submission.Taken(taken.id(), taken.provisionedProductId());
    }

    private Submission giveUp(AwsBusyException e, boolean mayBeTaken) {
        String message =
                "%s. This has lasted for %s. Find out what is happening in the account and region, then run again."
                        .formatted(
                                e.getMessage(),
                                DurationWords.of(settings.patience().with(e)));
        Remark remark = new Remark(e.reasonCode(), message);
        return mayBeTaken || e.reason() == Reason.OPERATION_IN_PROGRESS
                ? new Submission.Blocked(remark)
                : new Submission.NotTaken(remark);
    }

    /** The wait, but not longer than the time in which an import may begin. */
    private Duration untilEnd(Duration wait) {
        Instant now = clock.instant();
        return settings.endBy()
                .get()
                .map(end -> end.isAfter(now) ? Duration.between(now, end) : Duration.ZERO)
                .filter(left -> left.compareTo(wait) < 0)
                .orElse(wait);
    }

    private static Submission timeIsUp(Remark reason, boolean mayBeTaken) {
        Remark remark = new Remark(
                reason.code(),
                reason.message().replaceFirst("\\.$", "")
                        + ". After that, the time in which imports may begin was over. Run again.");
        return mayBeTaken ? new Submission.Blocked(remark) : new Submission.NotTaken(remark);
    }

    private static Remark remark(AwsException e) {
        return new Remark(e.reasonCode(), e.getMessage() + ". Fix that, then run again.");
    }
}
