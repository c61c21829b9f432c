package io.catalogimport.job;

import io.catalogimport.ledger.LedgerReading;
import io.catalogimport.ledger.LookingOver;
import io.catalogimport.ledger.MappingState;
import io.catalogimport.ledger.RepeatedMappings;
import io.catalogimport.ledger.Run;
import java.time.Duration;
import java.time.Instant;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;

/** Before the mappings are validated, those that the whole file speaks against are set aside, and old verdicts taken back. */
final class ValidationPreparation implements StepExecutionListener {
    /** AWS compares again when the import is asked for. */
    private static final Duration VERDICT_KEEPS = Duration.ofMinutes(15);

    private final RepeatedMappings repeated;
    private final LookingOver lookingOver;
    private final LedgerReading reading;
    private final Run run;
    private final RunOptions options;
    private final RunProgress progress;

    ValidationPreparation(
            RepeatedMappings repeated,
            LookingOver lookingOver,
            LedgerReading reading,
            Run run,
            RunOptions options,
            RunProgress progress) {
        this.repeated = repeated;
        this.lookingOver = lookingOver;
        this.reading = reading;
        this.run = run;
        this.options = options;
        this.progress = progress;
    }

    @Override
    public void beforeStep(StepExecution step) {
        requireLines();
        repeated.judge(run, options.command().open());
        lookingOver.takeBack(
                run,
                options.selection(),
                options.command().open(),
                new LookingOver.Start(
                        options.startedAt(), fresh(), options.templateCheck().name()));
        progress.validating(reading.selectedCounts(run).of(MappingState.STAGED));
    }

    /** A plan is made to look at everything; an import that goes on after a death is to go on soon. */
    private Instant fresh() {
        return options.command() == RunCommand.PLAN
                ? options.startedAt()
                : options.startedAt().minus(VERDICT_KEEPS);
    }

    private void requireLines() {
        options.selection().lines().stream()
                .filter(lines -> !reading.hasRowOn(run, lines))
                .findFirst()
                .ifPresent(lines -> {
                    throw new NoSuchRowException(lines);
                });
    }
}
