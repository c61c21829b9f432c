package io.catalogimport.job.stage;

import io.catalogimport.job.step.StopPolicy;
import io.catalogimport.ledger.Run;
import io.catalogimport.ledger.Staging;
import io.catalogimport.ledger.Staging.Passage;
import io.catalogimport.ledger.Starts;
import io.catalogimport.ledger.Starts.Preparation;
import io.catalogimport.mapping.MappingLine;
import io.catalogimport.mapping.MappingLines;
import io.catalogimport.mapping.UnusableMappingFileException;
import io.catalogimport.run.NoSuchRowException;
import io.catalogimport.run.PreparationTurn;
import io.catalogimport.run.RunOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings the mapping file into the ledger, as a whole or not at all: only its end tells whether it is still the file that
 * the run is of. Therefore it is one transaction, which a death or a replaced file undoes, and no step of chunks.
 * At later starts, the file is read once more and its rows are judged anew.
 */
public final class StagingTasklet implements Tasklet {
    private static final Logger log = LoggerFactory.getLogger(StagingTasklet.class);
    private static final int PASSAGE = 1_000;

    private final RunOptions options;
    private final Run run;
    private final Staging staging;
    private final Starts starts;
    private final PreparationTurn turn;
    private final TransactionTemplate transaction;
    private final StopPolicy stop;

    public StagingTasklet(
            RunOptions options,
            Run run,
            Staging staging,
            Starts starts,
            PreparationTurn turn,
            TransactionTemplate transaction,
            StopPolicy stop) {
        this.options = options;
        this.run = run;
        this.staging = staging;
        this.starts = starts;
        this.turn = turn;
        this.transaction = transaction;
        this.stop = stop;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) throws Exception {
        turn.take(Preparation.FILE_READ, () -> stage(contribution));
        stop.checkInterrupted(contribution.getStepExecution());
        requireLines();
        return RepeatStatus.FINISHED;
    }

    /** The user should not wait for what is in flight before a mistake in {@code --only} shows. */
    private void requireLines() {
        options.selection().lines().stream()
                .filter(lines -> !staging.hasRowOn(run, lines))
                .findFirst()
                .ifPresent(lines -> {
                    throw new NoSuchRowException(lines);
                });
    }

    private void stage(StepContribution contribution) throws IOException {
        if (!staging.isStaged(run)) {
            read(lines -> contribution.incrementWriteCount(staging.add(run, untilStop(lines))));
            return;
        }
        try {
            read(this::judge);
        } catch (UnusableMappingFileException e) {
            // All rows are in the ledger; the run goes on with them, and what stands in the file now is another run's.
            log.warn("{} The run goes on with the rows as they were when it began.", e.getMessage());
            starts.done(run, Preparation.FILE_READ);
        }
    }

    /** Reads the whole file in one transaction; undoes it where the file was changed, or the run is to stop. */
    private void read(Work work) throws IOException {
        try {
            transaction.executeWithoutResult(status -> {
                try (MappingLines lines = options.file().lines()) {
                    work.on(lines);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                if (!stop.isToStop()) {
                    starts.done(run, Preparation.FILE_READ);
                } else {
                    status.setRollbackOnly();
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    @FunctionalInterface
    private interface Work {
        void on(MappingLines lines) throws IOException;
    }

    private Staging.Source untilStop(MappingLines lines) {
        return () -> stop.isToStop() ? null : lines.next();
    }

    private void judge(MappingLines lines) throws IOException {
        int first = 1;
        while (!stop.isToStop()) {
            List<MappingLine> rows = next(lines);
            boolean atEnd = rows.size() < PASSAGE;
            int last = atEnd ? Integer.MAX_VALUE : rows.get(rows.size() - 1).line();
            staging.judge(run, new Passage(first, last, rows), options.command().open());
            if (atEnd) {
                return;
            }
            first = last + 1;
        }
    }

    private static List<MappingLine> next(MappingLines lines) throws IOException {
        List<MappingLine> rows = new ArrayList<>(PASSAGE);
        while (rows.size() < PASSAGE) {
            @Nullable MappingLine line = lines.next();
            if (line == null) {
                break;
            }
            rows.add(line);
        }
        return rows;
    }
}
