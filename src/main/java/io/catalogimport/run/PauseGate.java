package io.catalogimport.run;

import io.catalogimport.aws.Pause;
import io.catalogimport.ledger.Pauses;
import io.catalogimport.ledger.Pauses.Word;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Holds this process between two imports while its run is paused. However many lanes it works on, it asks the ledger every two
 * seconds at most, and once more where the ledger has refused an import. No connection is open in between. It only waits: the
 * ledger itself refuses to begin an import in a paused run ({@link io.catalogimport.ledger.Ledger#submitting}). Thread-safe.
 */
public final class PauseGate {
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

    private final Pauses pauses;
    private final RunContext context;
    private final Pause pause;
    private Look last = new Look(Instant.MIN, Optional.empty(), null);
    private long looks;
    private long answered;

    public PauseGate(Pauses pauses, RunContext context, Pause pause) {
        this.pauses = pauses;
        this.context = context;
        this.pause = pause;
    }

    /**
     * What is known of the pause.
     *
     * @param until when somebody looks again
     * @param failure why the last look failed; null if it did not
     */
    private record Look(
            Instant until, Optional<Word> found, @Nullable RuntimeException failure) {}

    /**
     * Refuses to start imports of a run that is paused. It is asked before the process has begun any; one that was at work
     * already, as before an outage of the database, holds and goes on. The times of a pause are no help: they are of another
     * machine's clock. A run that has nothing left to import has nothing to hold.
     *
     * @throws RunPausedException if somebody has to resume it first
     */
    public void requireOpen() {
        Optional<Word> found = pauses.of(context.run());
        if (found.isPresent()
                && context.options().command() == RunCommand.IMPORT
                && !pauses.isPointless(context.run())) {
            throw new RunPausedException(found.get(), context.options().file().path());
        }
    }

    /** Waits while the run is paused. False if it was asked to stop meanwhile, or the time for beginning anything is over. */
    public boolean awaitOpen() {
        // Even a look may take long, so a process that is to stop does not look.
        if (!pause.waitFor(Duration.ZERO)) {
            return false;
        }
        while (isPaused()) {
            if (context.isTimeUp() || !pause.waitFor(BETWEEN_LOOKS)) {
                return false;
            }
        }
        return true;
    }

    /** The ledger has refused to begin an import. If no pause is known, the next caller looks at once. */
    public synchronized void lookAgain() {
        if (last.found().isEmpty()) {
            last = new Look(Instant.MIN, last.found(), last.failure());
        }
    }

    private boolean isPaused() {
        OptionalLong turn = turn();
        return turn.isPresent() ? look(turn.getAsLong()) : known();
    }

    /** For one caller every two seconds; it asks without the monitor, on which no signal would reach the others. */
    private synchronized OptionalLong turn() {
        Instant now = context.now();
        if (now.isBefore(last.until())) {
            return OptionalLong.empty();
        }
        last = new Look(now.plus(BETWEEN_LOOKS), last.found(), last.failure());
        return OptionalLong.of(++looks);
    }

    private boolean look(long turn) {
        try {
            return isPausedBy(turn, pauses.of(context.run()));
        } catch (RuntimeException e) {
            failed(e);
            throw e;
        }
    }

    /** An answer that is overtaken by a later one is dropped. */
    private synchronized boolean isPausedBy(long turn, Optional<Word> found) {
        if (turn < answered) {
            return last.found().isPresent();
        }
        answered = turn;
        if (!found.equals(last.found())) {
            context.progress().note(found.map(this::paused).orElse("The pause is over. Imports go on."));
        }
        last = new Look(last.until(), found, null);
        return found.isPresent();
    }

    private synchronized void failed(RuntimeException failure) {
        last = new Look(last.until(), last.found(), failure);
    }

    private synchronized boolean known() {
        if (last.failure() != null) {
            throw last.failure();
        }
        return last.found().isPresent();
    }

    private String paused(Word word) {
        return "Paused by %s at %s. Nothing new begins; what is in flight is followed to its end. To go on: catalog-import resume %s"
                .formatted(
                        word.by(),
                        word.at().truncatedTo(ChronoUnit.SECONDS),
                        context.options().file().path());
    }
}
