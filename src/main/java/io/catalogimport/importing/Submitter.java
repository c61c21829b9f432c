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

/**
 * Asks AWS for an import until AWS has answered. The token makes that safe by AWS's word; how long AWS remembers a token
 * is not documented, so before a request is repeated whose answer was lost, it is looked up whether it took effect.
 */
final class Submitter {
    private static final Logger log = LoggerFactory.getLogger(Submitter.class);

    /** What a request has made may be found by a search only after a while. */
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
     * Submits the entry, which is SUBMITTING. What AWS refuses, or cannot be asked, is an outcome of this entry.
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
            log.info("{}; trying again in {} s", reason.message(), wait.toSeconds());
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
     * What came of one request.
     *
     * @param worthRepeating for how long from the first such refusal on; zero where it was not refused so
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
     * Finds out, without asking for it again, whether the import was taken by a request of an earlier start. What a request
     * has made may be found only after a while, so only a look after that time can say that there is nothing.
     *
     * @return empty where AWS does not know of it
     */
    Optional<Submission> settle(LedgerEntry entry) {
        try {
            Optional<Submission> found = look(entry);
            if (found.isPresent()) {
                return found;
            }
            return waitUntilVisible(entry) ? look(entry) : Optional.of(new Submission.Suspended());
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

    /** False if the run was asked to stop. */
    private boolean waitUntilVisible(LedgerEntry entry) {
        Instant visibleBy = Objects.requireNonNull(entry.attempt().startedAt()).plus(VISIBLE_WITHIN);
        Duration wait = Duration.between(clock.instant(), visibleBy);
        if (wait.isNegative()) {
            return true;
        }
        log.info(
                "AWS may have got the request for {} before it was cut off; looking again in {} s",
                entry.mapping().stackArn().stackName(),
                wait.toSeconds());
        return pause.waitFor(wait);
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
                "%s. This has lasted for %s: find out what is happening in the account and region, then run again."
                        .formatted(
                                e.getMessage(),
                                DurationWords.of(settings.patience().with(e)));
        Remark remark = new Remark(e.reasonCode(), message);
        return mayBeTaken || e.reason() == Reason.OPERATION_IN_PROGRESS
                ? new Submission.Blocked(remark)
                : new Submission.NotTaken(remark);
    }

    /** The wait, or what is left until nothing may begin any more if that is less. */
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
                        + ". Then the time for beginning imports was over: run again.");
        return mayBeTaken ? new Submission.Blocked(remark) : new Submission.NotTaken(remark);
    }

    private static Remark remark(AwsException e) {
        return new Remark(e.reasonCode(), e.getMessage() + ". Fix that, then run again.");
    }
}
