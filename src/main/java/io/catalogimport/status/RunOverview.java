package io.catalogimport.status;

import io.catalogimport.ledger.MappingState;
import io.catalogimport.ledger.RunFigures.Known;
import io.catalogimport.ledger.StateCounts;
import io.catalogimport.report.RunOutcome;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a run stands.
 *
 * @param file the mapping file as it was called when the run was first started
 * @param digest the SHA-256 of the mapping file, by which the run is known
 * @param command what the last start was: {@code plan} or {@code import}; null if there was none
 * @param outcome how the last start ended; null while one is under way or if it died
 * @param createdAt when the file was started first
 * @param startedAt when the last start began; null if there was none
 * @param endBy when nothing further begins in it; null if there is no such time
 * @param pausedBy who has paused the run; null if it is not paused
 * @param rows how many rows are in each state; every state is there
 * @param workers the processes that work on the run now
 */
public record RunOverview(
        String file,
        String digest,
        RunState state,
        @Nullable String command,
        @Nullable RunOutcome outcome,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant endBy,
        @Nullable String pausedBy,
        @Nullable Instant pausedAt,
        long total,
        Map<MappingState, Long> rows,
        List<WorkerFacts> workers) {

    /**
     * A process that works on a run.
     *
     * @param lanes the lanes that it has at this moment
     */
    public record WorkerFacts(String host, long process, Instant since, List<String> lanes) {
        public WorkerFacts {
            lanes = List.copyOf(lanes);
        }
    }

    public RunOverview {
        workers = List.copyOf(workers);
    }

    static RunOverview of(Known run, StateCounts counts, LastStart last, List<WorkerFacts> workers) {
        RunState state = state(run, counts, last, workers);
        return new RunOverview(
                run.file(),
                run.digest(),
                state,
                last.command(),
                workers.isEmpty() ? last.outcome() : null,
                run.createdAt(),
                run.startedAt(),
                run.endBy(),
                run.pause() == null ? null : run.pause().by(),
                run.pause() == null ? null : run.pause().at(),
                counts.total(),
                counts.withEveryState(),
                workers);
    }

    private static RunState state(Known run, StateCounts counts, LastStart last, List<WorkerFacts> workers) {
        boolean isComplete = counts.total() > 0 && counts.of(MappingState.SETTLED) == counts.total();
        if (isComplete && workers.isEmpty()) {
            return RunState.COMPLETE;
        }
        if (run.pause() != null) {
            return RunState.PAUSED;
        }
        if (!workers.isEmpty()) {
            return RunState.RUNNING;
        }
        return last.isDead() ? RunState.DIED : RunState.ENDED;
    }

    /** How many rows are in this state. */
    public long of(MappingState rowState) {
        return rows.getOrDefault(rowState, 0L);
    }

    /** How many rows need no import any more. */
    public long done() {
        return MappingState.SETTLED.stream().mapToLong(this::of).sum();
    }

    /** How many imports AWS may be working on. */
    public long inFlight() {
        return MappingState.IN_FLIGHT.stream().mapToLong(this::of).sum();
    }

    /** How many rows failed or were rejected. */
    public long notImported() {
        return of(MappingState.FAILED) + of(MappingState.REJECTED);
    }

    /** How many rows are still to be checked or imported. */
    public long waiting() {
        return of(MappingState.STAGED) + of(MappingState.READY);
    }
}
