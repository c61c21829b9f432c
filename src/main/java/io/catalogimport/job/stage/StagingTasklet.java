package io.catalogimport.job.stage;

import io.catalogimport.job.step.StopPolicy;
import io.catalogimport.ledger.Staging;
import io.catalogimport.ledger.Staging.Passage;
import io.catalogimport.ledger.Staging.Source;
import io.catalogimport.ledger.Starts.Preparation;
import io.catalogimport.mapping.MappingLine;
import io.catalogimport.mapping.UnusableMappingFileException;
import io.catalogimport.run.PreparationTurn;
import io.catalogimport.run.RunContext;
import io.catalogimport.run.SelectedRows;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * Brings the mapping file into the ledger, as a whole or not at all. This is one transaction, and therefore no step of
 * chunks. Later starts read the file once more and judge its rows again.
 */
final class StagingTasklet implements Tasklet {
    private static final Logger log = LoggerFactory.getLogger(StagingTasklet.class);
    private static final int PASSAGE = 1_000;

    private final RunContext context;
    private final Staging staging;
    private final FileTransaction file;
    private final PreparationTurn turn;
    private final SelectedRows selected;
    private final StopPolicy stop;

    StagingTasklet(
            RunContext context,
            Staging staging,
            FileTransaction file,
            PreparationTurn turn,
            SelectedRows selected,
            StopPolicy stop) {
        this.context = context;
        this.staging = staging;
        this.file = file;
        this.turn = turn;
        this.selected = selected;
        this.stop = stop;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext chunk) throws Exception {
        turn.take(Preparation.FILE_READ, () -> stage(contribution));
        stop.checkInterrupted(contribution.getStepExecution());
        // The user should not wait for what is in flight before a mistake in --only shows.
        selected.requireThatTheyExist();
        return RepeatStatus.FINISHED;
    }

    private void stage(StepContribution contribution) throws IOException {
        if (!staging.isStaged(context.run())) {
            file.read(rows -> contribution.incrementWriteCount(staging.add(context.run(), rows)));
            return;
        }
        try {
            file.read(this::judge);
        } catch (UnusableMappingFileException e) {
            // All rows are in the ledger. The run goes on with them; the file as it is now belongs to another run.
            log.warn("{} The run goes on with the rows as they were when it began.", e.getMessage());
            turn.done(Preparation.FILE_READ);
        }
    }

    private void judge(Source rows) throws IOException {
        int first = 1;
        while (true) {
            List<MappingLine> passage = next(rows);
            boolean isAtEnd = passage.size() < PASSAGE;
            int last = isAtEnd ? Integer.MAX_VALUE : passage.get(PASSAGE - 1).line();
            staging.judge(
                    context.run(),
                    new Passage(first, last, passage),
                    context.options().open());
            if (isAtEnd) {
                return;
            }
            first = last + 1;
        }
    }

    private static List<MappingLine> next(Source rows) throws IOException {
        List<MappingLine> passage = new ArrayList<>(PASSAGE);
        while (passage.size() < PASSAGE) {
            @Nullable MappingLine row = rows.next();
            if (row == null) {
                break;
            }
            passage.add(row);
        }
        return passage;
    }
}
