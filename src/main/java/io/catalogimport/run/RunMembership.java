package io.catalogimport.run;

import io.catalogimport.ledger.LaneScope;
import io.catalogimport.ledger.Workers;
import io.catalogimport.ledger.Workers.Worker;
import io.catalogimport.report.RunOutcome;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * How this process joins a run and leaves it. Several may share a run: the first begins a start of it, the others join that,
 * and the last one to leave ends it.
 */
public final class RunMembership {
    private final RunContext context;
    private final RunLocks locks;
    private final StartChoice starts;
    private final Workers workers;
    private volatile List<Worker> others = List.of();

    public RunMembership(RunContext context, RunLocks locks, StartChoice starts, Workers workers) {
        this.context = context;
        this.locks = locks;
        this.starts = starts;
        this.workers = workers;
    }

    /**
     * Takes the run for this process alone, or joins the workers that share it.
     *
     * @throws LockedException if other processes have the run, and this one may not join them
     */
    public void enter() {
        if (isShared()) {
            locks.share();
            locks.join(this::join, this::otherOptions);
        } else {
            locks.takeAlone(this::advice);
            starts.alone();
        }
        announceEnd();
    }

    private boolean isShared() {
        return context.options().lanes().shared();
    }

    private String advice() {
        boolean mayJoin =
                context.options().command() == RunCommand.IMPORT && !present().isEmpty();
        return mayJoin ? ". To work on the file together with it, add --shared" : "";
    }

    private List<Worker> present() {
        return workers.others(context.run(), locks.member());
    }

    private Optional<StartChoice.Joined> join() {
        List<Worker> present = present();
        Optional<StartChoice.Joined> joined = starts.shared(!present.isEmpty());
        joined.ifPresent(found -> announce(found, present));
        return joined;
    }

    private void announce(StartChoice.Joined joined, List<Worker> present) {
        context.progress().note(JoiningText.of(joined.start(), present, joined.isKnown()));
        if (context.options().lanes().scope() == LaneScope.RUN) {
            context.progress().note(JoiningText.ONE_LANE);
        }
    }

    private String otherOptions() {
        return "Other workers have this file, with other options: " + starts.difference()
                + ". To join them, use the same options as they";
    }

    private void announceEnd() {
        RunOptions options = context.options();
        context.start()
                .endBy()
                .filter(options.startedAt()::isBefore)
                .map(end -> options.limits().window().words(end, options.startedAt()))
                .ifPresent(end -> context.progress().note("Nothing begins after " + end + "."));
    }

    /**
     * Leaves the run, unless this process has it for itself. The last worker ends its start; one that was stopped or met an
     * error does not, because what is left of it continues when it is started again.
     *
     * @param parting what is done at the last moment, with the workers that stay
     */
    public RunOutcome leave(Function<List<Worker>, RunOutcome> parting) {
        return isShared() ? locks.leave(() -> part(parting)) : parting.apply(List.of());
    }

    private RunOutcome part(Function<List<Worker>, RunOutcome> parting) {
        others = present();
        RunOutcome outcome = parting.apply(others);
        if (others.isEmpty() && outcome != RunOutcome.STOPPED && outcome != RunOutcome.FAILED) {
            starts.end();
        }
        return outcome;
    }

    /** The workers that were there when this one left. */
    public List<Worker> others() {
        return others;
    }
}
