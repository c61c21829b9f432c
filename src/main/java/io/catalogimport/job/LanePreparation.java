package io.catalogimport.job;

import io.catalogimport.ledger.LedgerReading;
import io.catalogimport.ledger.ProcessLocks;
import io.catalogimport.ledger.Run;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;

/** Before anything is done in AWS, every lane of the file is locked against other processes. */
final class LanePreparation implements StepExecutionListener {
    private final ProcessLocks locks;
    private final LedgerReading ledger;
    private final Run run;

    LanePreparation(ProcessLocks locks, LedgerReading ledger, Run run) {
        this.locks = locks;
        this.ledger = ledger;
        this.run = run;
    }

    @Override
    public void beforeStep(StepExecution step) {
        for (String lane : ledger.lanes(run)) {
            if (!locks.tryLock("lane " + lane)) {
                throw new LockedException(
                        "Another process is importing in " + lane + ". Wait until it has ended, then run again.");
            }
        }
    }
}
