package io.catalogimport.run;

import io.catalogimport.ledger.Starts;
import io.catalogimport.ledger.Starts.Last;
import io.catalogimport.ledger.Starts.Start;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Decides in which start of the run this process takes part: a new one, or one that others have begun. */
public final class StartChoice {
    /** The same command a day later is meant again, whatever became of the processes of the last one. */
    private static final Duration LONGEST_BREAK = Duration.ofHours(12);

    private final RunContext context;
    private final RunOptions options;
    private final Starts starts;
    private final ImportLimits limits;

    public StartChoice(RunContext context, Starts starts, ImportLimits limits) {
        this.context = context;
        this.options = context.options();
        this.starts = starts;
        this.limits = limits;
    }

    /** Whether other workers have begun the start, if one was found that this process may join. */
    record Joined(Start start, boolean isKnown) {}

    /** Begins a start that no other process may join. */
    void alone() {
        // After an outage of the database, this process is still in the start that it began.
        Optional<String> self =
                Optional.of("process " + WorkerName.ofThisProcess(options).text());
        Start own = last(self).map(Last::start).orElseGet(() -> begun(self));
        begin(own);
        context.start().is(own, own.at());
    }

    /**
     * Begins a start that others may join, or joins theirs. If all its workers died or were stopped, this process continues
     * it, so that its limits hold.
     *
     * @param othersAreThere whether other workers are at work
     * @return empty if others are at work with other options
     */
    Optional<Joined> shared(boolean othersAreThere) {
        Optional<String> common = Optional.of(options.ofAllWorkers());
        Optional<Last> last = last(common);
        if (othersAreThere && last.isEmpty()) {
            return Optional.empty();
        }
        Optional<Last> known = last.filter(found -> othersAreThere || isToContinue(found));
        Start start = known.map(Last::start).orElseGet(() -> begun(common));
        begin(start);
        context.start()
                .is(start, known.map(found -> resumedAt(found, othersAreThere)).orElse(start.at()));
        return Optional.of(new Joined(start, known.isPresent()));
    }

    private void begin(Start start) {
        starts.begin(context.run(), start);
        if (options.command() == RunCommand.IMPORT) {
            starts.importsSince(context.run(), start.at());
        }
    }

    /** The options in which the others, who are at work, differ. */
    String difference() {
        String theirs = starts.last(context.run())
                .flatMap(last -> last.start().options())
                .orElse("");
        return OptionsDifference.words(theirs, options.ofAllWorkers());
    }

    /** Only workers that were on their way before join the start now. */
    void end() {
        starts.end(context.run(), context.now());
    }

    /** @param common what all processes of a start have in common */
    private Optional<Last> last(Optional<String> common) {
        return starts.last(context.run()).filter(last -> last.start().options().equals(common));
    }

    private Start begun(Optional<String> common) {
        return new Start(starts.next(context.run(), options.startedAt()), limits.endBy(), common);
    }

    private Instant resumedAt(Last known, boolean othersAreThere) {
        return othersAreThere ? known.resumedAt() : starts.resume(context.run(), options.startedAt());
    }

    /** All its workers died, or this one was on its way when the last one left. */
    private boolean isToContinue(Last last) {
        Instant launched = ProcessHandle.current()
                .info()
                .startInstant()
                .filter(options.startedAt()::isAfter)
                .orElse(options.startedAt());
        return !last.start().isTimeUp(options.startedAt())
                && options.startedAt().isBefore(last.resumedAt().plus(LONGEST_BREAK))
                && last.endedAt().filter(end -> !launched.isBefore(end)).isEmpty();
    }
}
