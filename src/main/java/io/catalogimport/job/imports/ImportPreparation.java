package io.catalogimport.job.imports;

import io.catalogimport.ledger.Figures;
import io.catalogimport.ledger.MappingState;
import io.catalogimport.ledger.Run;
import io.catalogimport.run.ImportTally;
import io.catalogimport.run.RunProgress;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;

/** Before the first import, it is known how many there will be and what may hold them back. */
public final class ImportPreparation implements StepExecutionListener {
    private final Figures ledger;
    private final Run run;
    private final ImportTally tally;
    private final RunProgress progress;

    public ImportPreparation(Figures ledger, Run run, ImportTally tally, RunProgress progress) {
        this.ledger = ledger;
        this.run = run;
        this.tally = tally;
        this.progress = progress;
    }

    @Override
    public void beforeStep(StepExecution step) {
        tally.begins();
        progress.importing(ledger.selectedCounts(run).of(MappingState.READY));
    }
}
