package io.catalogimport.run;

import io.catalogimport.aws.Pause;
import io.catalogimport.ledger.Figures;
import io.catalogimport.ledger.MappingState;
import io.catalogimport.ledger.Pauses;
import io.catalogimport.ledger.Pauses.Word;
import io.catalogimport.ledger.StateCounts;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Holds this process between two imports while its run is paused. However many lanes it works on, it asks the ledger every two
 * seconds at most, and no connection is open in between. Thread-safe.
 */
public final class PauseGate {
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

    private final Pauses pauses;
    private final Figures figures;
    private final RunContext context;
    private final Pause pause;
    private Optional<Word> known = Optional.empty();
    private Instant lookAgainAt = Instant.MIN;

    public PauseGate(Pauses pauses, Figures figures, RunContext context, Pause pause) {
        this.pauses = pauses;
        this.figures = figures;
        this.context = context;
        this.pause = pause;
    }

    /**
     * Refuses to start imports of a run that was paused before this process began. If it was paused since then, as during an
     * outage of the database, the run goes on and holds.
     *
     * @throws RunPausedException if somebody has to resume it first
     */
    public void requireOpen() {
        Optional<Word> before = pauses.of(context.run())
                .filter(word -> !word.at().isAfter(context.options().startedAt()));
        if (before.isPresent() && context.options().command() == RunCommand.IMPORT && !isDone()) {
            throw new RunPausedException(before.get(), context.options().file().path());
        }
    }

    /** A run that has nothing left to import has nothing to hold. */
    private boolean isDone() {
        StateCounts counts = figures.counts(context.run());
        return counts.total() > 0 && counts.of(MappingState.DONE) == counts.total();
    }

    /** Waits while the run is paused. False if it was asked to stop meanwhile, or the time for beginning anything is over. */
    public boolean awaitOpen() {
        while (isPaused()) {
            if (context.isTimeUp() || !pause.waitFor(BETWEEN_LOOKS)) {
                return false;
            }
        }
        return true;
    }

    private synchronized boolean isPaused() {
        Instant now = context.now();
        if (!now.isBefore(lookAgainAt)) {
            Optional<Word> found = pauses.of(context.run());
            lookAgainAt = now.plus(BETWEEN_LOOKS);
            if (!found.equals(known)) {
                context.progress().note(found.map(this::paused).orElse("The pause is over. Imports go on."));
            }
            known = found;
        }
        return known.isPresent();
    }

    private String paused(Word word) {
        return "Paused by %s at %s. Nothing new begins; what is in flight is followed to its end. To go on: catalog-import resume %s"
                .formatted(
                        word.by(),
                        word.at().truncatedTo(ChronoUnit.SECONDS),
                        context.options().file().path());
    }
}
