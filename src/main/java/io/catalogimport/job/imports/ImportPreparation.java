package io.catalogimport.job.imports;

import io.catalogimport.importing.PollSchedule;
import io.catalogimport.ledger.Figures;
import io.catalogimport.run.ImportTally;
import io.catalogimport.run.ImportWork;
import io.catalogimport.run.RunContext;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;

/** Before the first import, it is known how many there will be and what may hold them back. */
final class ImportPreparation implements StepExecutionListener {
    private final Figures ledger;
    private final RunContext context;
    private final ImportTally tally;

    ImportPreparation(Figures ledger, RunContext context, ImportTally tally) {
        this.ledger = ledger;
        this.context = context;
        this.tally = tally;
    }

    @Override
    public void beforeStep(StepExecution step) {
        tally.begins();
        context.progress()
                .importing(new ImportWork(
                        ledger.selectedCounts(context.run()),
                        ledger.readyByLane(context.run()),
                        tally.left(),
                        ledger.recentDurations(PollSchedule.MEMORY)));
    }
}
