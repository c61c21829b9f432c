package io.catalogimport.releasing;

import io.catalogimport.aws.AwsBusyException;
import io.catalogimport.aws.AwsBusyException.Reason;
import io.catalogimport.aws.AwsCredentialsException;
import io.catalogimport.aws.AwsDeniedException;
import io.catalogimport.aws.AwsException;
import io.catalogimport.aws.AwsRefusedException;
import io.catalogimport.aws.BackOff;
import io.catalogimport.aws.CatalogRecord;
import io.catalogimport.aws.LaneClosedException;
import io.catalogimport.aws.StopRequestedException;
import io.catalogimport.ledger.MappingState;
import io.catalogimport.ledger.Release;
import io.catalogimport.ledger.Releases;
import io.catalogimport.ledger.Remark;
import io.catalogimport.releasing.ReleaseWatch.Sight;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Releases one imported stack, from any state in the ledger. The intent is stored before AWS is asked, and the end before the
 * caller gets it. If the process dies, the next undo continues from the ledger. To ask AWS twice does no harm: a request
 * names the provisioned product, which is never made again under the same id, and always keeps the stack.
 */
public final class Releaser {
    private static final Logger log = LoggerFactory.getLogger(Releaser.class);

    /** Between looks at a release. It takes some seconds, because nothing is deleted. */
    private static final Duration FIRST_LOOK = Duration.ofMillis(500);

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    /** A request whose answer was lost is seen within this time. */
    private static final Duration VISIBLE_WITHIN = Duration.ofMinutes(1);

    private final Releases ledger;
    private final ReleaseGateways gateways;
    private final ReleaseTimes times;
    private final Runnable guard;
    private final ReleaseCheck check;
    private final StackWitness witness;

    /** @param guard throws if another process may work in the lane */
    public Releaser(Releases ledger, ReleaseCheck check, Runnable guard) {
        this.ledger = ledger;
        this.gateways = check.gateways();
        this.times = check.times();
        this.guard = guard;
        this.check = check;
        this.witness = new StackWitness(gateways, times);
    }

    /**
     * Works on the row until it ends, its time is up or the undo is stopped.
     *
     * @param row IMPORTED, or RELEASING since an earlier undo
     * @throws AwsCredentialsException if AWS no longer accepts the caller's credentials
     */
    public ReleaseOutcome release(Release row) {
        return row.entry().state() == MappingState.RELEASING ? takeUp(row) : begin(row);
    }

    private ReleaseOutcome begin(Release row) {
        if (!times.pause().waitFor(Duration.ZERO)) {
            return new ReleaseOutcome.Suspended();
        }
        ReleaseCheck.Verdict verdict;
        try {
            verdict = check.of(row.entry());
        } catch (LaneClosedException | AwsBusyException e) {
            return unreachable(row, remark(e));
        } catch (AwsDeniedException | AwsRefusedException e) {
            return left(row, remark(e));
        } catch (StopRequestedException e) {
            return new ReleaseOutcome.Suspended();
        }
        if (verdict instanceof ReleaseCheck.Verdict.Refused refused) {
            return left(row, refused.remark());
        }
        if (verdict instanceof ReleaseCheck.Verdict.Gone gone) {
            return released(row, gone.remark());
        }
        ReleaseCheck.Verdict.Releasable found = (ReleaseCheck.Verdict.Releasable) verdict;
        guard.run();
        return ask(ledger.releasing(row, ReleaseToken.of(found.product()), found.resources()));
    }

    /** Asks AWS until it has answered. */
    private ReleaseOutcome ask(Release releasing) {
        Instant began = times.now();
        BackOff backOff = BackOff.FIRST;
        boolean mayBeTaken = false;
        while (true) {
            try {
                if (mayBeTaken && !(look(releasing) instanceof Sight.NotBegun)) {
                    return follow(releasing);
                }
                guard.run();
                return answered(releasing, request(releasing));
            } catch (AwsRefusedException e) {
                if (!mayBeTaken || !times.now().isBefore(began.plus(VISIBLE_WITHIN))) {
                    return left(releasing, remark(e));
                }
            } catch (AwsDeniedException e) {
                return mayBeTaken ? open(releasing, remark(e)) : left(releasing, remark(e));
            } catch (LaneClosedException e) {
                return mayBeTaken ? open(releasing, remark(e)) : unreachable(releasing, remark(e));
            } catch (AwsCredentialsException e) {
                takeBackUnless(mayBeTaken, releasing);
                throw e;
            } catch (AwsBusyException e) {
                mayBeTaken |= e.reason() == Reason.UNAVAILABLE;
                if (times.now()
                        .plus(backOff.delay())
                        .isAfter(began.plus(times.patience().with(e)))) {
                    return mayBeTaken ? open(releasing, remark(e)) : unreachable(releasing, remark(e));
                }
                log.debug(
                        "{}; trying again in {} s",
                        e.getMessage(),
                        backOff.delay().toSeconds());
            }
            if (!times.pause().waitFor(backOff.delay())) {
                takeBackUnless(mayBeTaken, releasing);
                return new ReleaseOutcome.Suspended();
            }
            backOff = backOff.next();
        }
    }

    private Sight look(Release releasing) {
        return new ReleaseWatch(gateways, times, releasing).look();
    }

    private Optional<CatalogRecord> request(Release releasing) {
        return gateways.release()
                .release(releasing.lane(), releasing.provisionedProductId(), Objects.requireNonNull(releasing.token()));
    }

    /** Never throws what AWS says: the request is no longer in question. */
    private ReleaseOutcome answered(Release releasing, Optional<CatalogRecord> taken) {
        return taken.isPresent() ? follow(ledger.accepted(releasing, taken.get().id())) : ended(releasing);
    }

    private void takeBackUnless(boolean mayBeTaken, Release releasing) {
        if (!mayBeTaken) {
            ledger.takenBack(releasing, Remark.NONE);
        }
    }

    /**
     * Finds out what became of a release that an earlier undo has begun. AWS may show what a request has done only after a
     * while. So only a second look can say that AWS never got the request.
     */
    private ReleaseOutcome takeUp(Release releasing) {
        if (releasing.recordId() != null) {
            return follow(releasing);
        }
        try {
            gateways.identity().requireAccount(releasing.lane());
            if (!(look(releasing) instanceof Sight.NotBegun)) {
                return follow(releasing);
            }
            log.info(
                    "AWS may have got the request to release {} before it was cut off; looking again in {} s",
                    releasing.provisionedProductId(),
                    VISIBLE_WITHIN.toSeconds());
            // When the request was made is not known. So it counts as made right now.
            if (!times.pause().waitFor(VISIBLE_WITHIN)) {
                return new ReleaseOutcome.Suspended();
            }
            if (!(look(releasing) instanceof Sight.NotBegun)) {
                return follow(releasing);
            }
        } catch (StopRequestedException e) {
            return new ReleaseOutcome.Suspended();
        } catch (AwsCredentialsException e) {
            throw e;
        } catch (AwsException e) {
            return open(releasing, remark(e));
        }
        // Another process may have the locks by now.
        guard.run();
        ledger.takenBack(releasing, Remark.NONE);
        return new ReleaseOutcome.TakenBack();
    }

    private ReleaseOutcome follow(Release releasing) {
        ReleaseWatch watch = new ReleaseWatch(gateways, times, releasing);
        Instant deadline = times.now().plus(times.timeout());
        Duration wait = releasing.recordId() == null ? Duration.ZERO : FIRST_LOOK;
        Release row = releasing;
        try {
            gateways.identity().requireAccount(releasing.lane());
            while (times.pause().waitFor(wait)) {
                Sight sight = watch.look();
                if (sight instanceof Sight.Gone) {
                    return ended(row);
                }
                if (sight instanceof Sight.Failed failed) {
                    return left(row, failed.remark());
                }
                if (sight instanceof Sight.NotBegun) {
                    return left(row, ReleaseWords.notBegun());
                }
                if (sight instanceof Sight.GoesOn onward && onward.recordId() != null && row.recordId() == null) {
                    row = ledger.accepted(row, onward.recordId());
                }
                if (!times.now().isBefore(deadline)) {
                    return open(row, ReleaseWords.timedOut(times.timeout(), watch));
                }
                wait = longer(wait);
            }
            return new ReleaseOutcome.Suspended();
        } catch (StopRequestedException e) {
            return new ReleaseOutcome.Suspended();
        } catch (AwsCredentialsException e) {
            throw e;
        } catch (AwsException e) {
            return open(row, remark(e));
        }
    }

    private static Duration longer(Duration wait) {
        Duration next = wait.compareTo(FIRST_LOOK) < 0
                ? FIRST_LOOK
                : wait.multipliedBy(3).dividedBy(2);
        return next.compareTo(LONGEST_WAIT) < 0 ? next : LONGEST_WAIT;
    }

    /** The provisioned product is gone. Until the stack was seen, the row stays RELEASING. */
    private ReleaseOutcome ended(Release releasing) {
        Optional<Remark> complaint;
        try {
            complaint = witness.complaint(
                    releasing.entry().mapping().stackArn(), Objects.requireNonNull(releasing.resources()));
        } catch (StopRequestedException e) {
            return new ReleaseOutcome.Suspended();
        } catch (AwsCredentialsException e) {
            throw e;
        } catch (AwsException e) {
            return open(releasing, remark(e));
        }
        if (complaint.isEmpty()) {
            return released(releasing, ReleaseWords.released(releasing));
        }
        ledger.released(releasing, complaint.get(), times.now());
        return new ReleaseOutcome.StackChanged(complaint.get());
    }

    private ReleaseOutcome released(Release row, Remark remark) {
        ledger.released(row, remark, times.now());
        return new ReleaseOutcome.Released(remark);
    }

    /** The row is IMPORTED as before. */
    private ReleaseOutcome left(Release row, Remark remark) {
        leave(row, remark);
        return new ReleaseOutcome.NotReleased(remark);
    }

    private ReleaseOutcome unreachable(Release row, Remark remark) {
        leave(row, remark);
        return new ReleaseOutcome.Unreachable(remark);
    }

    private void leave(Release row, Remark remark) {
        if (row.entry().state() == MappingState.RELEASING) {
            ledger.takenBack(row, remark);
        } else {
            ledger.remark(row, remark);
        }
    }

    private ReleaseOutcome open(Release releasing, Remark remark) {
        ledger.remark(releasing, remark);
        return new ReleaseOutcome.Open(remark);
    }

    private static Remark remark(AwsException e) {
        return new Remark(e.reasonCode(), e.getMessage() + ". Fix that, then run undo again.");
    }
}
