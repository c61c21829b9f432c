package io.catalogimport.status;

import io.catalogimport.aws.FailureKind;
import io.catalogimport.ledger.Figures;
import io.catalogimport.ledger.LockNames;
import io.catalogimport.ledger.Run;
import io.catalogimport.ledger.RunExecutions;
import io.catalogimport.ledger.RunExecutions.Execution;
import io.catalogimport.ledger.RunFigures;
import io.catalogimport.ledger.StateCounts;
import io.catalogimport.ledger.Workers;
import io.catalogimport.ledger.Workers.Held;
import io.catalogimport.status.RunDetail.FailedImport;
import io.catalogimport.status.RunDetail.RefusedRows;
import io.catalogimport.status.RunOverview.WorkerFacts;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds out how runs stand. */
public final class RunStatuses {
    private static final int FAILURES = 5;
    private static final int EARLIER_IMPORTS = 100;
    private static final StateCounts NO_ROWS = new StateCounts(Map.of());

    private final RunFigures runs;
    private final RunExecutions executions;
    private final Figures figures;
    private final Workers workers;

    public RunStatuses(RunFigures runs, RunExecutions executions, Figures figures, Workers workers) {
        this.runs = runs;
        this.executions = executions;
        this.figures = figures;
        this.workers = workers;
    }

    /** How all runs of the database stand, the one that was started last first. */
    public List<RunOverview> all() {
        Map<Long, StateCounts> counts = runs.counts();
        Map<String, List<Execution>> byDigest =
                executions.all().stream().collect(Collectors.groupingBy(Execution::digest));
        List<Held> locks = workers.locks();
        return runs.runs().stream()
                .map(run -> RunOverview.of(
                        run,
                        counts.getOrDefault(run.id(), NO_ROWS),
                        LastStart.of(byDigest.getOrDefault(run.digest(), List.of()), present(run.digest(), locks)),
                        workers(run.digest(), locks)))
                .toList();
    }

    /** How one run stands as a whole. It takes much less time than {@link #of}. */
    public RunOverview overview(Run run) {
        List<Held> locks = workers.locks();
        return overview(run, locks, lastStart(run, locks));
    }

    private RunOverview overview(Run run, List<Held> locks, LastStart last) {
        return RunOverview.of(
                runs.run(run.id()).orElseThrow(),
                runs.counts(run.id()).getOrDefault(run.id(), NO_ROWS),
                last,
                workers(run.digest(), locks));
    }

    private LastStart lastStart(Run run, List<Held> locks) {
        return LastStart.of(executions.of(run.digest()), present(run.digest(), locks));
    }

    /** One run and what goes on within it. */
    public record Status(RunOverview facts, RunDetail detail) {}

    /** How one run stands at this moment. */
    public Status of(Run run, Instant now) {
        List<Held> locks = workers.locks();
        LastStart last = lastStart(run, locks);
        RunOverview facts = overview(run, locks, last);
        RunLanes lanes = new RunLanes(
                facts,
                last,
                new RunLanes.Found(
                        runs.lanes(run.id(), last.scope()),
                        runs.paces(run.id(), last.scope()),
                        runs.inFlight(run.id(), last.scope()),
                        locks,
                        figures.recentDurations(EARLIER_IMPORTS)));
        return new Status(
                facts,
                new RunDetail(
                        lanes.facts(now),
                        lanes.inFlight(),
                        lanes.blocked(),
                        refused(run),
                        failures(run),
                        lanes.forecast(now).orElse(null)));
    }

    private List<RefusedRows> refused(Run run) {
        return figures.refusals(run, FailureKind.ALL).stream()
                .map(refusal -> new RefusedRows(refusal.lane(), refusal.kind().name(), refusal.rows()))
                .toList();
    }

    private List<FailedImport> failures(Run run) {
        return runs.failures(run.id(), FAILURES).stream()
                .map(failure -> new FailedImport(
                        failure.line(),
                        failure.lane(),
                        failure.stackArn(),
                        failure.remark().code(),
                        failure.remark().message(),
                        failure.at()))
                .toList();
    }

    /** The names of the workers that share the run and are there. */
    private static Set<String> present(String digest, List<Held> locks) {
        String prefix = LockNames.worker(digest, "");
        return locks.stream()
                .map(Held::name)
                .filter(name -> name.startsWith(prefix))
                .map(name -> name.substring(prefix.length()))
                .collect(Collectors.toSet());
    }

    private static List<WorkerFacts> workers(String digest, List<Held> locks) {
        return locks.stream()
                .filter(lock -> lock.name().equals(LockNames.run(digest)))
                .map(member -> new WorkerFacts(
                        member.process().host(),
                        member.process().process(),
                        member.process().since(),
                        lanes(member.backend(), locks)))
                .toList();
    }

    private static List<String> lanes(int backend, List<Held> locks) {
        return locks.stream()
                .filter(lock -> lock.backend() == backend && LockNames.isLane(lock.name()))
                .map(lock -> LockNames.laneOf(lock.name()))
                .sorted()
                .toList();
    }
}
