package io.catalogimport.job.report;

import io.catalogimport.ledger.Figures;
import io.catalogimport.ledger.PastStart;
import io.catalogimport.ledger.PastStarts;
import io.catalogimport.ledger.Run;
import io.catalogimport.ledger.StateCounts;
import io.catalogimport.mapping.MappingFile;
import io.catalogimport.mapping.Problem;
import io.catalogimport.report.LedgerRows;
import io.catalogimport.report.Results;
import io.catalogimport.report.RunOutcome;
import io.catalogimport.report.RunSummary;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Writes the results of a run that this process has not started. What they say of the run is what its last start said. */
public record LaterReport(Figures figures, PastStarts starts, Results results, Clock clock) {
    /**
     * Writes the results as the ledger has them now.
     *
     * @param isRunning whether a process works on the run
     * @return false if the ledger has no rows of the run, so that nothing is written
     */
    public boolean write(Run run, MappingFile file, boolean isRunning) {
        return write(run, file.path(), file.warnings(), isRunning);
    }

    /** The same for a run whose mapping file may be gone, so that only its path is known. */
    public boolean write(Run run, Path file, List<Problem> fileWarnings, boolean isRunning) {
        StateCounts counts = figures.counts(run);
        if (counts.total() == 0) {
            return false;
        }
        results.write(
                run,
                new LedgerRows(figures, run),
                summary(counts, file, fileWarnings, new Ending(last(starts.of(run)), isRunning), run));
        return true;
    }

    /** A worker that left others behind says little about the run. */
    private static Optional<PastStart> last(List<PastStart> starts) {
        return starts.stream().reduce((one, next) -> next.end().equals(RunOutcome.OTHERS_AT_WORK.name()) ? one : next);
    }

    private RunSummary summary(StateCounts counts, Path file, List<Problem> fileWarnings, Ending ending, Run run) {
        Instant now = clock.instant();
        Optional<RunOutcome> outcome = ending.outcome();
        return new RunSummary(
                RunSummary.SCHEMA_VERSION,
                ending.last().map(PastStart::command).orElse("report"),
                RunSummary.MappingFileSummary.of(file, run.digest()),
                outcome.orElse(null),
                null,
                ending.last().map(PastStart::startedAt).orElse(now),
                outcome.flatMap(any -> ending.last()).map(PastStart::endedAt).orElse(null),
                now,
                ending.hasDied(),
                counts.total(),
                counts.byState(),
                figures.obstacles(run, ending.isRunning()),
                fileWarnings);
    }

    /** How the last start of a run ended, if it did. */
    private record Ending(Optional<PastStart> last, boolean isRunning) {
        boolean hasDied() {
            return !isRunning
                    && last.filter(start -> start.hasDied() || start.endedAt() == null)
                            .isPresent();
        }

        Optional<RunOutcome> outcome() {
            return isRunning || hasDied() ? Optional.empty() : last.flatMap(start -> RunOutcome.named(start.end()));
        }
    }
}
