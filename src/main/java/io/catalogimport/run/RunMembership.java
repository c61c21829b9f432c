package io.catalogimport.run;

import io.catalogimport.aws.StopRequestedException;
import io.catalogimport.ledger.LaneScope;
import io.catalogimport.ledger.LockNames;
import io.catalogimport.ledger.ProcessLocks;
import io.catalogimport.ledger.Run;
import io.catalogimport.ledger.Starts;
import io.catalogimport.ledger.Starts.Last;
import io.catalogimport.ledger.Starts.Start;
import io.catalogimport.ledger.Workers;
import io.catalogimport.ledger.Workers.Worker;
import io.catalogimport.report.RunOutcome;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * How this process joins a run and leaves it. Several may share a run: the first begins a start of it, the others
 * join that, and the last one to leave ends it. If all of them die or are stopped, the next one with the same options
 * continues the start, so that its limits hold. They come and go one at a time, so that each knows whether it is alone.
 */
public final class RunMembership {
    /** Results are written meanwhile. */
    private static final Duration SHORT_WAIT = Duration.ofSeconds(5);

    /** The same command a day later is meant anew, whatever became of the processes of the last one. */
    private static final Duration LONGEST_BREAK = Duration.ofHours(12);

    private static final String WORK = "is working on this mapping file (or a copy of it)";

    private static final String AT_THE_DOOR = "is joining or leaving this run";

    private final RunOptions options;
    private final ImportLimits limits;
    private final Run run;
    private final ProcessLocks locks;
    private final LockQueue queue;
    private final Starts starts;
    private final Workers workers;
    private final CurrentStart start;
    private final RunProgress progress;
    private final Clock clock;
    private volatile List<Worker> others = List.of();

    public RunMembership(
            RunOptions options,
            ImportLimits limits,
            Run run,
            ProcessLocks locks,
            LockQueue queue,
            Starts starts,
            Workers workers,
            CurrentStart start,
            RunProgress progress,
            Clock clock) {
        this.options = options;
        this.limits = limits;
        this.run = run;
        this.locks = locks;
        this.queue = queue;
        this.starts = starts;
        this.workers = workers;
        this.start = start;
        this.progress = progress;
        this.clock = clock;
    }

    /**
     * Takes the run for this process alone, or joins the workers that share it.
     *
     * @throws LockedException if other processes have the run, and this one may not join them
     */
    public void enter() {
        if (options.lanes().shared()) {
            enterShared();
        } else {
            enterAlone();
        }
        ImportWindow window = options.limits().window();
        start.endBy()
                .filter(options.startedAt()::isBefore)
                .ifPresent(
                        end -> progress.note("Nothing begins after " + window.words(end, options.startedAt()) + "."));
    }

    private void enterAlone() {
        queue.await(() -> locks.tryLock(file()) ? Optional.of(run) : Optional.empty(), this::workersAtIt);
        // After an outage of the database, this process is still in the start that it began.
        Optional<String> self = Optional.of("process " + worker());
        Start own = starts.last(run)
                .map(Last::start)
                .filter(known -> known.options().equals(self))
                .orElseGet(() -> begun(self));
        starts.begin(run, own);
        start.is(own, own.at());
    }

    private String workersAtIt() {
        boolean mayJoin = options.command() == RunCommand.IMPORT
                && !workers.others(run, member()).isEmpty();
        return holder() + (mayJoin ? ". To work on the file together with it, add --shared" : "");
    }

    private void enterShared() {
        queue.await(
                () -> locks.tryLockShared(file()) ? Optional.of(run) : Optional.empty(),
                () -> holder() + ". It does not share the run, so no other process can join it");
        // Another session of this process may have it until the server has noticed its end.
        queue.take(locks, LockNames.worker(run.digest(), worker()), WORK);
        queue.await(this::joinInTurn, this::otherOptions);
    }

    private String holder() {
        return LockedException.words(WORK, locks.holder(file()));
    }

    private Optional<Start> joinInTurn() {
        queue.awaitTurn(locks, LockNames.door(run.digest()), AT_THE_DOOR);
        try {
            return join();
        } finally {
            locks.unlock(LockNames.door(run.digest()));
        }
    }

    /** Empty if others are at work with other options. */
    private Optional<Start> join() {
        Optional<String> wanted = Optional.of(options.ofAllWorkers());
        List<Worker> present = workers.others(run, member());
        Optional<Last> last =
                starts.last(run).filter(known -> known.start().options().equals(wanted));
        if (!present.isEmpty() && last.isEmpty()) {
            return Optional.empty();
        }
        Optional<Start> known =
                last.filter(found -> !present.isEmpty() || goesOn(found)).map(Last::start);
        Start joined = known.orElseGet(() -> begun(wanted));
        locks.tryLock(member());
        starts.begin(run, joined);
        start.is(joined, resumedAt(joined, known.isPresent(), present.isEmpty() ? Optional.empty() : last));
        progress.note(JoiningText.of(joined, present, known.isPresent()));
        if (options.lanes().scope() == LaneScope.RUN) {
            progress.note(JoiningText.ONE_LANE);
        }
        return Optional.of(joined);
    }

    /** @param common what all processes of the start have in common */
    private Start begun(Optional<String> common) {
        return new Start(starts.next(run, options.startedAt()), limits.endBy(), common);
    }

    /** @param others the start of the others that are present */
    private Instant resumedAt(Start joined, boolean isKnown, Optional<Last> others) {
        if (others.isPresent()) {
            return others.get().resumedAt();
        }
        return isKnown ? starts.resume(run, options.startedAt()) : joined.at();
    }

    /** Whether this process continues it: all its workers died, or this one was on its way when the last one left. */
    private boolean goesOn(Last last) {
        Instant launched = ProcessHandle.current()
                .info()
                .startInstant()
                .filter(options.startedAt()::isAfter)
                .orElse(options.startedAt());
        return !last.start().isTimeUp(options.startedAt())
                && options.startedAt().isBefore(last.resumedAt().plus(LONGEST_BREAK))
                && last.endedAt().filter(end -> !launched.isBefore(end)).isEmpty();
    }

    private String otherOptions() {
        String theirs = starts.last(run).flatMap(last -> last.start().options()).orElse("");
        return "Other workers have this file, with other options: "
                + OptionsDifference.words(theirs, options.ofAllWorkers())
                + ". To join them, use the same options as they";
    }

    /**
     * Leaves the run, unless this process has it for itself. The last worker ends its start; one that was stopped or met an
     * error does not, because what is left of it continues when it is started again.
     *
     * @param parting what is done at the last moment, with the workers that stay
     */
    public RunOutcome leave(Function<List<Worker>, RunOutcome> parting) {
        if (!options.lanes().shared()) {
            return parting.apply(List.of());
        }
        boolean isTurn = takeDoor();
        try {
            others = workers.others(run, member());
            RunOutcome outcome = parting.apply(others);
            if (others.isEmpty() && outcome != RunOutcome.STOPPED && outcome != RunOutcome.FAILED) {
                starts.end(run, clock.instant());
            }
            return outcome;
        } finally {
            locks.unlock(member());
            if (isTurn) {
                locks.unlock(LockNames.door(run.digest()));
            }
        }
    }

    /** A worker that is to stop does not wait for the results of others for long. */
    private boolean takeDoor() {
        String door = LockNames.door(run.digest());
        try {
            queue.awaitTurn(locks, door, AT_THE_DOOR);
            return true;
        } catch (StopRequestedException e) {
            return locks.lock(door, SHORT_WAIT);
        } catch (LockedException e) {
            // A worker that hangs there must not keep this one from its results.
            return false;
        }
    }

    /** The workers that were there when this one left. */
    public List<Worker> others() {
        return others;
    }

    /** By which other processes and Batch know this one. {@link #words} reads it. */
    public String worker() {
        return HostName.ofThisMachine() + "/" + ProcessHandle.current().pid() + "/" + options.startedAt();
    }

    /** A worker as people name it. */
    public static String words(String worker) {
        String[] parts = worker.split("/", 3);
        return parts.length < 3 ? worker : "process " + parts[1] + " on host " + parts[0];
    }

    private String file() {
        return LockNames.run(run.digest());
    }

    private String member() {
        return LockNames.member(run.digest(), worker());
    }
}
