package io.catalogimport.job;

import io.catalogimport.aws.CallerIdentity;
import io.catalogimport.ledger.Ledger;
import io.catalogimport.ledger.LedgerEntry;
import io.catalogimport.ledger.Run;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.ItemReader;

/**
 * Makes the steps that work in a lane, one mapping after another. Without a transaction, for AWS is waited for in them;
 * the ledger commits for itself.
 */
final class LaneSteps {
    private final JobRepository repository;
    private final Ledger ledger;
    private final Run run;
    private final LaneLocks locks;
    private final CallerIdentity caller;
    private final StackImportWriter writer;
    private final ImportTally tally;
    private final ClosedLanes closed;
    private final FirstFailure failure;
    private final StopPolicy stop;

    LaneSteps(
            JobRepository repository,
            Ledger ledger,
            Run run,
            LaneLocks locks,
            CallerIdentity caller,
            StackImportWriter writer,
            ImportTally tally,
            ClosedLanes closed,
            FirstFailure failure,
            StopPolicy stop) {
        this.repository = repository;
        this.ledger = ledger;
        this.run = run;
        this.locks = locks;
        this.caller = caller;
        this.writer = writer;
        this.tally = tally;
        this.closed = closed;
        this.failure = failure;
        this.stop = stop;
    }

    /** Follows what is in flight in the lane. */
    Step following(@Nullable String lane) {
        return step(ImportJobConfiguration.FOLLOW, lane, new InFlightReader(ledger, run, locks, caller, lane));
    }

    /** Imports what is ready in the lane. */
    Step importing(@Nullable String lane) {
        return step(
                ImportJobConfiguration.IMPORT, lane, new ReadyMappingReader(ledger, run, tally, locks, closed, lane));
    }

    private Step step(String name, @Nullable String lane, ItemReader<LedgerEntry> reader) {
        return new StepBuilder(name + ":" + (lane == null ? LanePartitioner.WHOLE_FILE : lane), repository)
                .<LedgerEntry, LedgerEntry>chunk(1)
                .transactionManager(NoTransaction.manager())
                .reader(reader)
                .writer(writer)
                .listener(failure)
                .listener(freeingAfterwards(lane))
                .interruptionPolicy(stop)
                .build();
    }

    /** A lane that is one of many is then free for other processes. */
    private StepExecutionListener freeingAfterwards(@Nullable String lane) {
        return new StepExecutionListener() {
            @Override
            public @Nullable ExitStatus afterStep(StepExecution step) {
                if (lane != null && step.getFailureExceptions().isEmpty()) {
                    locks.free(lane);
                }
                return null;
            }
        };
    }
}
