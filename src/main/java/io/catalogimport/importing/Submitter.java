package io.catalogimport.importing;

import io.catalogimport.aws.AwsAccessException;
import io.catalogimport.aws.AwsBusyException;
import io.catalogimport.aws.AwsRefusedException;
import io.catalogimport.aws.CatalogGateway;
import io.catalogimport.aws.CatalogRecord;
import io.catalogimport.aws.ImportRequest;
import io.catalogimport.aws.Pause;
import io.catalogimport.aws.RoleNotAssumedException;
import io.catalogimport.ledger.LedgerEntry;
import io.catalogimport.ledger.Remark;
import io.catalogimport.mapping.StackMapping;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks AWS for an import until AWS has answered. The token makes that safe by AWS's word; how long AWS remembers a token
 * is not documented, so before a request is repeated whose answer was lost, it is looked up whether it took effect.
 */
final class Submitter {
    private static final Logger log = LoggerFactory.getLogger(Submitter.class);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

    /** What a request has made may be found by a search only after a while. */
    private static final Duration VISIBLE_WITHIN = Duration.ofMinutes(1);

    private final CatalogGateway catalog;
    private final SubmissionGuard guard;
    private final ProvisionedProductSearch search;
    private final Clock clock;
    private final Pause pause;
    private final ImportSettings settings;

    Submitter(CatalogGateway catalog, SubmissionGuard guard, Clock clock, Pause pause, ImportSettings settings) {
        this.catalog = catalog;
        this.guard = guard;
        this.search = new ProvisionedProductSearch(catalog);
        this.clock = clock;
        this.pause = pause;
        this.settings = settings;
    }

    /**
     * Submits the entry, which is SUBMITTING.
     *
     * @param mayBeTaken whether an earlier request may have taken effect
     * @throws AwsBusyException when AWS cannot be reached for longer than the settings allow
     */
    Submission submit(LedgerEntry entry, boolean mayBeTaken) {
        Instant began = clock.instant();
        Duration wait = FIRST_WAIT;
        boolean lookFirst = mayBeTaken;
        Instant visibleBy = Objects.requireNonNull(entry.attempt().startedAt()).plus(VISIBLE_WITHIN);
        while (true) {
            try {
                Optional<Submission> found = lookFirst ? adopt(entry) : Optional.empty();
                Submission submission = found.isPresent() ? found.get() : ask(entry);
                boolean mayYetBeSeen = lookFirst && clock.instant().isBefore(visibleBy);
                if (!(submission instanceof Submission.Refused refused && mayYetBeSeen)) {
                    return submission;
                }
                log.info(
                        "{}; looking again whether that is the request whose answer was lost",
                        refused.remark().message());
            } catch (AwsAccessException | RoleNotAssumedException e) {
                return new Submission.Denied(e, lookFirst);
            } catch (AwsBusyException e) {
                if (e.reason() == AwsBusyException.Reason.UNAVAILABLE) {
                    lookFirst = true;
                    visibleBy = clock.instant().plus(VISIBLE_WITHIN);
                }
                if (clock.instant()
                        .plus(wait)
                        .isAfter(began.plus(settings.patience().with(e)))) {
                    return giveUp(e);
                }
                log.info("{}; trying again in {} s", e.getMessage(), wait.toSeconds());
            }
            if (!pause.waitFor(wait)) {
                return new Submission.Suspended();
            }
            wait = wait.multipliedBy(2).compareTo(LONGEST_WAIT) < 0 ? wait.multipliedBy(2) : LONGEST_WAIT;
        }
    }

    /** Finds out, without asking for it again, whether an import was taken. A new one may take a while to be seen. */
    Submission settle(LedgerEntry entry) {
        Instant visibleBy = Objects.requireNonNull(entry.attempt().startedAt()).plus(VISIBLE_WITHIN);
        Duration wait = Duration.between(clock.instant(), visibleBy);
        if (!wait.isNegative() && !pause.waitFor(wait)) {
            return new Submission.Suspended();
        }
        return adopt(entry)
                .orElseGet(
                        () -> new Submission.Refused(
                                new Remark(
                                        "NOT_SUBMITTED",
                                        "The import was being asked for when its process ended, and AWS does not know of it: nothing was done.")));
    }

    private Submission ask(LedgerEntry entry) {
        StackMapping mapping = entry.mapping();
        guard.check();
        try {
            CatalogRecord taken = catalog.importStack(new ImportRequest(
                    mapping.stackArn(),
                    mapping.productId(),
                    mapping.provisioningArtifactId(),
                    mapping.provisionedProductName(),
                    Objects.requireNonNull(entry.attempt().idempotencyToken())));
            return new Submission.Taken(taken.id(), taken.provisionedProductId());
        } catch (AwsRefusedException e) {
            return adoptedOrRefused(entry, e);
        }
    }

    /** A refusal may mean that what is asked for exists; where that cannot be looked up, the refusal stands as it is. */
    private Submission adoptedOrRefused(LedgerEntry entry, AwsRefusedException refusal) {
        try {
            return adopt(entry).orElseGet(() -> refused(entry, refusal));
        } catch (AwsRefusedException e) {
            log.info("{}; what exists is not known", e.getMessage());
            return new Submission.Refused(new Remark(refusal.code(), String.valueOf(refusal.getMessage())));
        }
    }

    private Optional<Submission> adopt(LedgerEntry entry) {
        return search.find(entry)
                .filter(found -> ProvisionedProductSearch.isExactlyAsked(found, entry))
                .map(found -> {
                    log.info("Found {} as the provisioned product that was asked for", found.id());
                    return new Submission.Taken(found.lastRecordId(), found.id());
                });
    }

    private Submission refused(LedgerEntry entry, AwsRefusedException e) {
        String existing = search.find(entry)
                .map(found -> " What exists: " + ProvisionedProductSearch.words(found) + ".")
                .orElse("");
        return new Submission.Refused(new Remark(e.code(), e.getMessage() + existing));
    }

    private Submission giveUp(AwsBusyException e) {
        if (e.reason() != AwsBusyException.Reason.OPERATION_IN_PROGRESS) {
            throw e;
        }
        String message = "%s. That has been so for %s: see what is going on in the account and region, then run again."
                .formatted(e.getMessage(), settings.patience().with(e));
        return new Submission.Blocked(new Remark(e.code(), message));
    }
}
