package io.catalogimport.job.validate;

import io.catalogimport.ledger.Figures;
import io.catalogimport.ledger.MappingState;
import io.catalogimport.ledger.Starts.Preparation;
import io.catalogimport.ledger.StateCounts;
import io.catalogimport.run.PreparationTurn;
import io.catalogimport.run.RunContext;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;

/** Looks over the rows before validation. The worker that comes first does it, once in each start. */
final class ValidationPreparation implements StepExecutionListener {
    private final RowsLookedOver rows;
    private final PreparationTurn turn;
    private final Figures ledger;
    private final RunContext context;

    ValidationPreparation(RowsLookedOver rows, PreparationTurn turn, Figures ledger, RunContext context) {
        this.rows = rows;
        this.turn = turn;
        this.ledger = ledger;
        this.context = context;
    }

    @Override
    public void beforeStep(StepExecution step) {
        turn.take(Preparation.LOOKED_OVER, rows::lookOver);
        StateCounts rows = ledger.selectedCounts(context.run());
        context.progress().validating(rows.of(MappingState.STAGED), rows.total());
    }
}
