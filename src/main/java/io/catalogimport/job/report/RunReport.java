package io.catalogimport.job.report;

import io.catalogimport.aws.StopRequestedException;
import io.catalogimport.ledger.Figures;
import io.catalogimport.ledger.LedgerRow;
import io.catalogimport.ledger.StateCounts;
import io.catalogimport.report.LedgerRows;
import io.catalogimport.report.Results;
import io.catalogimport.report.Rows;
import io.catalogimport.report.RunOutcome;
import io.catalogimport.report.RunSummary;
import io.catalogimport.run.FileRows;
import io.catalogimport.run.RunContext;
import io.catalogimport.run.RunMembership;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.job.JobExecution;

/** Says how the run stands and writes the results. */
public final class RunReport {
    private final RunContext context;
    private final RunInspection inspection;
    private final Figures figures;
    private final Results results;
    private final RunMembership membership;

    RunReport(
            RunContext context, RunInspection inspection, Figures figures, Results results, RunMembership membership) {
        this.context = context;
        this.inspection = inspection;
        this.figures = figures;
        this.results = results;
        this.membership = membership;
    }

    /** Writes the results as they are now and returns the outcome. */
    public RunOutcome write(JobExecution execution) {
        return write(Objects.requireNonNull(execution.getStartTime())
                .atZone(ZoneId.systemDefault())
                .toInstant());
    }

    /** The same, of what began then. Workers that share the run leave it one at a time, so the last one's results stay. */
    public RunOutcome write(Instant startedAt) {
        return membership.leave(others -> write(startedAt, inspection.facts(!others.isEmpty())));
    }

    /** Writes the results as they are now, while the run goes on. Does nothing before the file is in the ledger. */
    public void refresh(Instant startedAt) {
        StateCounts counts = figures.counts(context.run());
        if (counts.total() > 0) {
            results.refresh(context.run(), new RowsUntilStop(staged(), inspection), summary(startedAt, counts, null));
        }
    }

    /** When the run is to stop, its final results must not wait for those. */
    private record RowsUntilStop(Rows all, RunInspection inspection) implements Rows {
        @Override
        public void forEach(Consumer<LedgerRow> consumer) throws IOException {
            all.forEach(untilStop(consumer));
        }

        @Override
        public void first(int most, Consumer<LedgerRow> consumer) throws IOException {
            all.first(most, untilStop(consumer));
        }

        @Override
        public void forEachDifference(BiConsumer<Integer, String> consumer) {
            all.forEachDifference(consumer);
        }

        private Consumer<LedgerRow> untilStop(Consumer<LedgerRow> consumer) {
            return row -> {
                if (inspection.isStopping()) {
                    throw new StopRequestedException();
                }
                consumer.accept(row);
            };
        }
    }

    private RunOutcome write(Instant startedAt, RunFacts facts) {
        boolean isStaged = facts.all().total() > 0;
        Rows rows = isStaged ? staged() : new FileRows(context.options());
        results.write(context.run(), rows, summary(startedAt, facts.all(), facts.outcome()));
        return facts.outcome();
    }

    private Rows staged() {
        return new LedgerRows(figures, context.run());
    }

    private RunSummary summary(Instant startedAt, StateCounts counts, @Nullable RunOutcome outcome) {
        Instant now = context.now();
        var file = context.options().file();
        return new RunSummary(
                RunSummary.SCHEMA_VERSION,
                context.options().command().name().toLowerCase(Locale.ROOT),
                RunSummary.MappingFileSummary.of(file.path(), context.run().digest()),
                outcome,
                inspection.error(),
                startedAt,
                outcome == null ? null : now,
                now,
                false,
                counts.total(),
                counts.byState(),
                figures.obstacles(
                        context.run(), outcome == null || !membership.others().isEmpty()),
                file.warnings());
    }
}
