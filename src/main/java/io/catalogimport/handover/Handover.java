package io.catalogimport.handover;

import io.catalogimport.aws.AwsBusyException;
import io.catalogimport.aws.AwsCredentialsException;
import io.catalogimport.aws.AwsDeniedException;
import io.catalogimport.aws.AwsException;
import io.catalogimport.aws.AwsRefusedException;
import io.catalogimport.aws.CatalogRecord;
import io.catalogimport.aws.Lane;
import io.catalogimport.aws.LaneClosedException;
import io.catalogimport.aws.OwnershipGateway.Change;
import io.catalogimport.aws.ProvisionedProduct;
import io.catalogimport.aws.RecordStatus;
import io.catalogimport.aws.StopRequestedException;
import io.catalogimport.handover.HandoverCheck.Sight;
import io.catalogimport.handover.HandoverOutcome.End;
import io.catalogimport.ledger.LedgerEntry;
import io.catalogimport.ledger.Remark;
import io.catalogimport.mapping.Sha256;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Gives the provisioned product of one imported row another owner. The ledger keeps nothing of it: AWS shows who the owner
 * is, so a handover that was killed is simply run again. It asks nothing where the owner is right already. The request has a
 * token of what it asks for and of the last request for that product, so that repeating it makes no second change.
 */
public final class Handover {
    /** Between looks at a change. It takes some seconds, because no stack is touched. */
    private static final Duration FIRST_LOOK = Duration.ofMillis(500);

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    /** How long a change is followed, also one that an earlier handover or somebody else has begun. */
    private static final Duration FOLLOWED_FOR = Duration.ofMinutes(5);

    /** AWS may answer from a copy that lags. So an old owner is not the owner for good. */
    private static final Duration SHOWN_WITHIN = Duration.ofMinutes(1);

    private final HandoverGateways gateways;
    private final HandoverTimes times;
    private final NewOwner wanted;
    private final Runnable guard;
    private final HandoverCheck check;

    /** @param guard throws if another process may work on the file */
    public Handover(HandoverGateways gateways, HandoverTimes times, NewOwner wanted, Runnable guard) {
        this.gateways = gateways;
        this.times = times;
        this.wanted = wanted;
        this.guard = guard;
        this.check = new HandoverCheck(gateways, times, wanted);
    }

    /**
     * Says what would be done. Changes nothing.
     *
     * @throws StopRequestedException if the handover was asked to stop
     * @throws AwsCredentialsException if AWS no longer accepts the caller's credentials
     */
    public HandoverOutcome plan(LedgerEntry row) {
        return answering(() -> {
            Sight sight = check.of(row);
            return sight instanceof Sight.Confirmed confirmed && !confirmed.isDone()
                    ? HandoverOutcome.of(End.TO_HAND_OVER, confirmed.found().owner())
                    : unasked(sight);
        });
    }

    /**
     * Works on the row until AWS shows the new owner, or says why not.
     *
     * @param row IMPORTED
     * @throws StopRequestedException if the handover was asked to stop before AWS was asked
     * @throws AwsCredentialsException if AWS no longer accepts the caller's credentials
     */
    public HandoverOutcome handOver(LedgerEntry row) {
        return answering(() -> {
            times.waitFor(Duration.ZERO);
            Sight sight = atRest(row);
            return sight instanceof Sight.Confirmed confirmed && !confirmed.isDone()
                    ? ask(row.lane(), confirmed)
                    : unasked(sight);
        });
    }

    private interface Work {
        HandoverOutcome done();
    }

    /** What AWS says of a row costs that row alone. */
    private static HandoverOutcome answering(Work work) {
        try {
            return work.done();
        } catch (LaneClosedException | AwsBusyException e) {
            return new HandoverOutcome(End.NOT_HANDED_OVER, null, remark(e), true);
        } catch (AwsDeniedException | AwsRefusedException e) {
            return HandoverOutcome.of(End.NOT_HANDED_OVER, null, remark(e));
        }
    }

    private static HandoverOutcome unasked(Sight sight) {
        if (sight instanceof Sight.Confirmed confirmed) {
            return HandoverOutcome.of(End.OWNED_ALREADY, confirmed.found().owner());
        }
        Remark remark = sight instanceof Sight.UnderChange busy ? busy.remark() : ((Sight.Refused) sight).remark();
        return HandoverOutcome.of(End.NOT_HANDED_OVER, null, remark);
    }

    /** Waits for the end of a change: it may be that of a handover that was killed. */
    private Sight atRest(LedgerEntry row) {
        Instant deadline = times.now().plus(FOLLOWED_FOR);
        Duration wait = FIRST_LOOK;
        Sight sight = check.of(row);
        while (sight instanceof Sight.UnderChange && times.now().isBefore(deadline)) {
            times.waitFor(wait);
            wait = longer(wait);
            sight = check.of(row);
        }
        return sight;
    }

    private HandoverOutcome ask(Lane lane, Sight.Confirmed sight) {
        ProvisionedProduct product = sight.found().product();
        @Nullable
        String launchRole = wanted.launchRole().map(role -> role.text()).orElse(null);
        Change change = new Change(product.id(), wanted.owner().text(), launchRole, token(product, launchRole));
        guard.run();
        String recordId = times.ask(() -> gateways.ownership().change(lane, change));
        HandoverOutcome outcome;
        try {
            outcome = follow(lane, product.id(), recordId);
        } catch (StopRequestedException e) {
            outcome = HandoverOutcome.of(
                    End.IN_PROGRESS,
                    null,
                    new Remark(
                            "", "AWS has the request, record %s. The next handover sees its end.".formatted(recordId)));
        } catch (AwsCredentialsException e) {
            throw e;
        } catch (AwsException e) {
            outcome = HandoverOutcome.of(End.IN_PROGRESS, null, remark(e));
        }
        return new HandoverOutcome(outcome.end(), sight.found().owner(), outcome.remark(), outcome.isLaneClosed());
    }

    /** 64 hexadecimal digits. After another request for the product, the token is another one. */
    private String token(ProvisionedProduct product, @Nullable String launchRole) {
        return Sha256.of(String.join(
                "\n",
                List.of(
                        "handover",
                        product.id(),
                        wanted.owner().text(),
                        String.valueOf(launchRole),
                        String.valueOf(product.lastRecordId()))));
    }

    /** After the change, AWS may no longer show its record to this caller. Then the owner says enough. */
    private HandoverOutcome follow(Lane lane, String productId, String recordId) {
        Instant began = times.now();
        Duration wait = FIRST_LOOK;
        String lastSeen = "nothing";
        Instant succeeded = Instant.MAX;
        while (times.now().isBefore(began.plus(FOLLOWED_FOR))) {
            times.waitFor(wait);
            wait = longer(wait);
            Optional<CatalogRecord> known = record(lane, recordId);
            lastSeen = known.map(found -> "record " + found.id() + " " + found.status())
                    .orElse("that record " + recordId + " cannot be read");
            if (known.filter(found -> found.status().is(RecordStatus.FAILED)).isPresent()) {
                return HandoverOutcome.of(End.NOT_HANDED_OVER, null, failed(known.get()));
            }
            boolean hasSucceeded = known.filter(found -> found.status().is(RecordStatus.SUCCEEDED))
                    .isPresent();
            if ((known.isEmpty() || hasSucceeded) && check.isDone(lane, productId)) {
                return HandoverOutcome.of(End.HANDED_OVER, null);
            }
            succeeded = hasSucceeded && succeeded.equals(Instant.MAX) ? times.now() : succeeded;
            if (hasSucceeded && !times.now().isBefore(succeeded.plus(SHOWN_WITHIN))) {
                return HandoverOutcome.of(End.NOT_HANDED_OVER, null, notShown(lane, productId, recordId));
            }
        }
        return HandoverOutcome.of(
                End.IN_PROGRESS,
                null,
                new Remark(
                        "HANDOVER_TIMED_OUT",
                        "The change did not end within %d s. Last seen: %s. Run handover again to follow it further."
                                .formatted(FOLLOWED_FOR.toSeconds(), lastSeen)));
    }

    private Optional<CatalogRecord> record(Lane lane, String recordId) {
        try {
            return times.ask(() -> gateways.catalog().findRecord(lane, recordId));
        } catch (AwsDeniedException | AwsRefusedException e) {
            return Optional.empty();
        }
    }

    private static Remark failed(CatalogRecord found) {
        String words = found.errors().stream()
                .map(error -> error.code() + ": " + error.description())
                .collect(Collectors.joining("; "))
                .replaceFirst("\\.+$", "");
        return new Remark(
                "HANDOVER_FAILED",
                "Service Catalog's record %s FAILED: %s. Fix the cause, then run handover again."
                        .formatted(found.id(), words.isEmpty() ? "no reason given" : words));
    }

    private Remark notShown(Lane lane, String productId, String recordId) {
        return new Remark(
                "HANDOVER_NOT_SHOWN",
                "Service Catalog's record %s SUCCEEDED, and AWS still shows owner %s or another launch role. Look at provisioned product %s in the console."
                        .formatted(recordId, check.owner(lane, productId).orElse("unknown"), productId));
    }

    private static Duration longer(Duration wait) {
        Duration next = wait.multipliedBy(3).dividedBy(2);
        return next.compareTo(LONGEST_WAIT) < 0 ? next : LONGEST_WAIT;
    }

    private static Remark remark(AwsException e) {
        return new Remark(e.reasonCode(), e.getMessage() + ". Fix that, then run handover again.");
    }
}
