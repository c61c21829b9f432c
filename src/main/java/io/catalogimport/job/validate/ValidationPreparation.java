package io.catalogimport.job.validate;

import io.catalogimport.ledger.Figures;
import io.catalogimport.ledger.LookingOver;
import io.catalogimport.ledger.MappingState;
import io.catalogimport.ledger.RepeatedMappings;
import io.catalogimport.ledger.Run;
import io.catalogimport.ledger.Starts.Preparation;
import io.catalogimport.run.CurrentStart;
import io.catalogimport.run.PreparationTurn;
import io.catalogimport.run.RunCommand;
import io.catalogimport.run.RunOptions;
import io.catalogimport.run.RunProgress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;

/**
 * Before validation, rows that repeat or contradict other rows are rejected, and old verdicts are withdrawn; once in each
 * start, whichever worker comes first.
 */
public final class ValidationPreparation implements StepExecutionListener {
    /** AWS compares again when the import is asked for. */
    private static final Duration VERDICT_KEEPS = Duration.ofMinutes(15);

    private final RepeatedMappings repeated;
    private final LookingOver lookingOver;
    private final Figures reading;
    private final Run run;
    private final RunOptions options;
    private final CurrentStart start;
    private final PreparationTurn turn;
    private final RunProgress progress;
    private final Clock clock;

    public ValidationPreparation(
            RepeatedMappings repeated,
            LookingOver lookingOver,
            Figures reading,
            Run run,
            RunOptions options,
            CurrentStart start,
            PreparationTurn turn,
            RunProgress progress,
            Clock clock) {
        this.repeated = repeated;
        this.lookingOver = lookingOver;
        this.reading = reading;
        this.run = run;
        this.options = options;
        this.start = start;
        this.turn = turn;
        this.progress = progress;
        this.clock = clock;
    }

    @Override
    public void beforeStep(StepExecution step) {
        turn.take(Preparation.LOOKED_OVER, this::prepare);
        progress.validating(reading.selectedCounts(run).of(MappingState.STAGED));
    }

    private void prepare() {
        Set<MappingState> open = open();
        repeated.judge(run, open);
        lookingOver.takeBack(
                run,
                options.selection(),
                open,
                new LookingOver.Start(
                        start.at(), fresh(), options.templateCheck().name()));
    }

    /** When the time is up, no row is validated: why rows failed or were rejected stays with them until one is. */
    private Set<MappingState> open() {
        return start.isTimeUp(clock.instant())
                ? Set.of(MappingState.STAGED)
                : options.command().open();
    }

    /** A plan is made to look at everything; an import that goes on after a death is to go on soon. */
    private Instant fresh() {
        return options.command() == RunCommand.PLAN
                ? start.at()
                : start.resumedAt().minus(VERDICT_KEEPS);
    }
}
