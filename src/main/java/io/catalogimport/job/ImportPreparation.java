package io.catalogimport.job;

import io.catalogimport.ledger.LedgerReading;
import io.catalogimport.ledger.MappingState;
import io.catalogimport.ledger.ProcessLocks;
import io.catalogimport.ledger.Run;
import io.catalogimport.ledger.StateCounts;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;

/** Before anything is imported, every lane of the file is locked against other processes. */
final class ImportPreparation implements StepExecutionListener {
    private final ProcessLocks locks;
    private final LedgerReading ledger;
    private final Run run;
    private final ImportTally tally;
    private final RunProgress progress;

    ImportPreparation(ProcessLocks locks, LedgerReading ledger, Run run, ImportTally tally, RunProgress progress) {
        this.locks = locks;
        this.ledger = ledger;
        this.run = run;
        this.tally = tally;
        this.progress = progress;
    }

    @Override
    public void beforeStep(StepExecution step) {
        for (String lane : ledger.lanes(run)) {
            if (!locks.tryLock("lane " + lane)) {
                throw new LockedException(
                        "Another process is importing in " + lane + ". Wait until it has ended, then run again.");
            }
        }
        StateCounts counts = ledger.counts(run);
        tally.ready(counts.of(MappingState.READY));
        progress.importing(counts.of(MappingState.READY) + counts.of(MappingState.IN_FLIGHT));
    }
}
