package io.catalogimport.importing;

import io.catalogimport.aws.AwsBusyException;
import io.catalogimport.aws.AwsDeniedException;
import io.catalogimport.aws.AwsException;
import io.catalogimport.aws.AwsRefusedException;
import io.catalogimport.aws.LaneClosedException;
import io.catalogimport.importing.PhaseOrEnd.Ended;
import io.catalogimport.ledger.Remark;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Looks at one import in flight, from phase to phase, and decides whether it has ended. Looks that fail are repeated for
 * a while.
 */
final class ImportWatch {
    private static final Logger log = LoggerFactory.getLogger(ImportWatch.class);

    /** A permission that was granted a moment ago works within this time. */
    private static final Duration DENIED_AFTER = Duration.ofMinutes(1);

    private final ImportView view;
    private final boolean isFresh;
    private final Instant deadline;

    private Phase phase;
    private Instant lastAnswer;

    /** @param isFresh whether this start has submitted the import */
    ImportWatch(ImportView view, boolean isFresh) {
        this.view = view;
        this.isFresh = isFresh;
        this.lastAnswer = view.now();
        this.deadline = lastAnswer.plus(view.settings().timeout());
        this.phase = new AwaitingRecord(view);
    }

    /** Looks once; empty while the import goes on. Never returns Suspended. */
    Optional<ImportOutcome> look() {
        @Nullable String trouble = null;
        try {
            Optional<ImportOutcome> end = lookThroughPhases();
            if (end.isPresent()) {
                return end;
            }
            lastAnswer = view.now();
        } catch (LaneClosedException e) {
            return Optional.of(cannotLook(e));
        } catch (AwsBusyException | AwsRefusedException | AwsDeniedException e) {
            if (!view.now().isBefore(lastAnswer.plus(patience(e)))) {
                return Optional.of(cannotLook(e));
            }
            // That AWS is busy or away is said elsewhere, once for all lanes.
            log.atLevel(e instanceof AwsBusyException ? Level.DEBUG : Level.INFO)
                    .log("{}; looking again later", e.getMessage());
            trouble = String.valueOf(e.getMessage());
        }
        return view.now().isBefore(deadline)
                ? Optional.empty()
                : Optional.of(new ImportOutcome.Unresolved(phase.timedOut(trouble)));
    }

    /** A phase that begins looks at once. It stays begun if that look fails. */
    private Optional<ImportOutcome> lookThroughPhases() {
        Optional<? extends PhaseOrEnd> next = phase.look();
        while (next.isPresent()) {
            if (next.get() instanceof Ended ended) {
                return Optional.of(ended.outcome());
            }
            phase = (Phase) next.get();
            next = phase.look();
        }
        return Optional.empty();
    }

    /**
     * How long looks may fail. An import that this start began is worth the wait. An import of an earlier start, in a
     * lane that does not answer, would only keep other lanes waiting.
     */
    private Duration patience(AwsException e) {
        if (e instanceof AwsDeniedException) {
            return DENIED_AFTER;
        }
        return e instanceof AwsBusyException busy && !isFresh
                ? view.settings().patience().with(busy)
                : view.settings().timeout();
    }

    private static ImportOutcome cannotLook(AwsException e) {
        return new ImportOutcome.Unresolved(new Remark(
                e.reasonCode(), e.getMessage() + ". Fix that, then run again to follow the import further."));
    }

    /** The wait, or what is left until the deadline if that is less. */
    Duration shortenedToDeadline(Duration wait) {
        Duration left = Duration.between(view.now(), deadline);
        return left.compareTo(wait) < 0 ? left : wait;
    }
}
