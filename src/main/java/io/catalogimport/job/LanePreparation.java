package io.catalogimport.job;

import io.catalogimport.aws.StopRequestedException;
import io.catalogimport.ledger.LedgerReading;
import io.catalogimport.ledger.ProcessLocks;
import io.catalogimport.ledger.Run;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;

/** Before anything is done in AWS, every lane of the file is locked against other processes. */
final class LanePreparation implements StepExecutionListener {
    private final LockQueue queue;
    private final ProcessLocks locks;
    private final LedgerReading ledger;
    private final Run run;

    LanePreparation(LockQueue queue, ProcessLocks locks, LedgerReading ledger, Run run) {
        this.queue = queue;
        this.locks = locks;
        this.ledger = ledger;
        this.run = run;
    }

    /** In an order that all processes share, so that no two wait for each other. */
    @Override
    public void beforeStep(StepExecution step) {
        try {
            ledger.lanes(run).forEach(lane -> queue.take(locks, "lane " + lane, "is importing in " + lane));
        } catch (StopRequestedException e) {
            // Not a failure: the step's interruption policy ends it before its first row.
        }
    }
}
