package io.catalogimport.job;

import io.catalogimport.aws.CallerIdentity;
import io.catalogimport.importing.StackImporter;
import io.catalogimport.ledger.Ledger;
import io.catalogimport.ledger.LedgerEntry;
import io.catalogimport.ledger.LedgerReading;
import io.catalogimport.ledger.LookingOver;
import io.catalogimport.ledger.ProcessLocks;
import io.catalogimport.ledger.RepeatedMappings;
import io.catalogimport.ledger.Run;
import io.catalogimport.ledger.Staging;
import io.catalogimport.report.Results;
import io.catalogimport.report.RunOutcome;
import io.catalogimport.validation.MappingValidator;
import java.time.Clock;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.support.transaction.ResourcelessTransactionManager;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The job: stage, follow what is in flight, validate, import, report. Following and importing have a partition a lane,
 * or one for the whole file. The names are stored: renaming one breaks the restart of old runs.
 */
@Configuration(proxyBeanMethods = false)
class ImportJobConfiguration {
    static final String JOB = "importStacks";
    static final String STAGE = "stageMappings";
    static final String FOLLOW = "followInFlight";
    static final String VALIDATE = "validateMappings";
    static final String IMPORT = "importStacks";
    static final String REPORT = "report";

    private static final int VALIDATION_CHUNK = 100;

    /** Enough to keep the polite rates of many lanes busy; a call takes some tenths of a second. */
    private static final int VALIDATION_THREADS = 24;

    @Bean
    Job importStacksJob(
            JobRepository repository,
            Step stageMappings,
            Step followInFlight,
            Step validateMappings,
            Step importStacks,
            Step report,
            RunOptions options,
            RunReport runReport,
            FirstFailure failure) {
        ImportDecider staged = new ImportDecider(options);
        ImportDecider validated = new ImportDecider(options);
        return new JobBuilder(JOB, repository)
                .listener(new ReportAfterEarlyEnd(runReport, failure))
                .start(stageMappings)
                .next(staged)
                .on(ImportDecider.IMPORT)
                .to(followInFlight)
                .next(validateMappings)
                .from(staged)
                .on(ImportDecider.PLAN)
                .to(validateMappings)
                .next(validated)
                .on(ImportDecider.IMPORT)
                .to(importStacks)
                .next(report)
                .from(validated)
                .on(ImportDecider.PLAN)
                .to(report)
                .from(report)
                .on(RunOutcome.COMPLETE.name())
                .end()
                .from(report)
                .on(RunOutcome.PLANNED.name() + "*")
                .stop()
                .from(report)
                .on("*LIMIT_REACHED")
                .stop()
                .from(report)
                .on(RunOutcome.SELECTION_DONE.name())
                .stop()
                .from(report)
                .on(RunOutcome.NOTHING_SELECTED.name())
                .stop()
                .from(report)
                .on(RunOutcome.STOPPED.name())
                .stop()
                .from(report)
                .on("*")
                .fail()
                .end()
                .build();
    }

    @Bean
    Step stageMappings(
            JobRepository repository,
            PlatformTransactionManager transactions,
            RunOptions options,
            Staging staging,
            LedgerReading reading,
            Run run,
            FirstFailure failure,
            StopRequest stop) {
        // Within the step's own: what is read in a file that was replaced can be undone, and the step still go on.
        TransactionTemplate transaction = new TransactionTemplate(
                transactions, new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_NESTED));
        StopPolicy policy = new StopPolicy(stop, failure);
        return new StepBuilder(STAGE, repository)
                .tasklet(new StagingTasklet(options, run, staging, reading, transaction, policy), transactions)
                .listener(failure)
                .allowStartIfComplete(true)
                .build();
    }

    /** Without a transaction, for AWS is asked in it; the ledger commits for itself. */
    @Bean
    Step validateMappings(
            JobRepository repository,
            MappingValidator validator,
            RepeatedMappings repeated,
            LookingOver lookingOver,
            Ledger ledger,
            LedgerReading reading,
            Run run,
            RunOptions options,
            ImportLimits limits,
            RunProgress progress,
            FirstFailure failure,
            StopRequest stop,
            Clock clock,
            AsyncTaskExecutor validationThreads) {
        return new StepBuilder(VALIDATE, repository)
                .<LedgerEntry, ValidatedMapping>chunk(VALIDATION_CHUNK)
                .transactionManager(NoTransaction.manager())
                .reader(new StagedMappingReader(ledger, reading, run))
                .processor(new ValidationProcessor(validator, stop, limits, clock))
                .writer(new VerdictWriter(ledger, progress, options, clock))
                .taskExecutor(validationThreads)
                .listener(new ValidationPreparation(
                        repeated, lookingOver, reading, run, options, limits, progress, clock))
                .listener(failure)
                .interruptionPolicy(new StopPolicy(stop, failure))
                .allowStartIfComplete(true)
                .build();
    }

    @Bean
    ThreadPoolTaskExecutor validationThreads() {
        ThreadPoolTaskExecutor threads = new ThreadPoolTaskExecutor();
        threads.setThreadNamePrefix("validate-");
        threads.setCorePoolSize(VALIDATION_THREADS);
        return threads;
    }

    /** Before the rest is validated, for what is in flight may be what a row asks for. */
    @Bean
    Step followInFlight(
            JobRepository repository,
            LaneSteps steps,
            LedgerReading reading,
            Run run,
            RunOptions options,
            FirstFailure failure) {
        LaneOptions lanes = options.lanes();
        return new StepBuilder(FOLLOW, repository)
                .partitioner(FOLLOW, new LanePartitioner(lanes, () -> reading.busyLanes(run)))
                .partitionHandler(new LanePartitionHandler(lanes, steps::following))
                .listener(failure)
                .allowStartIfComplete(true)
                .build();
    }

    @Bean
    LaneSteps laneSteps(
            JobRepository repository,
            Ledger ledger,
            Run run,
            LaneLocks locks,
            CallerIdentity caller,
            StackImportWriter writer,
            ImportTally tally,
            ClosedLanes closed,
            FirstFailure failure,
            StopRequest stop) {
        return new LaneSteps(
                repository, ledger, run, locks, caller, writer, tally, closed, failure, new StopPolicy(stop, failure));
    }

    @Bean
    LaneLocks laneLocks(LockQueue queue, ProcessLocks locks, LedgerReading reading, Run run) {
        return new LaneLocks(queue, locks, reading, run);
    }

    @Bean
    ClosedLanes closedLanes() {
        return new ClosedLanes();
    }

    @Bean
    StackImportWriter stackImportWriter(
            StackImporter importer, Run run, ImportTally tally, ClosedLanes closed, RunProgress progress) {
        return new StackImportWriter(importer, run, tally, closed, progress);
    }

    @Bean
    Step importStacks(
            JobRepository repository,
            LaneSteps steps,
            LedgerReading reading,
            Run run,
            RunOptions options,
            ImportTally tally,
            RunProgress progress,
            FirstFailure failure) {
        LaneOptions lanes = options.lanes();
        return new StepBuilder(IMPORT, repository)
                .partitioner(IMPORT, new LanePartitioner(lanes, () -> reading.readyLanes(run)))
                .partitionHandler(new LanePartitionHandler(lanes, steps::importing))
                .listener(new ImportPreparation(reading, run, options, tally, progress))
                .listener(failure)
                .allowStartIfComplete(true)
                .build();
    }

    @Bean
    Step report(JobRepository repository, RunReport runReport, FirstFailure failure) {
        return new StepBuilder(REPORT, repository)
                .tasklet(new ReportTasklet(runReport), new ResourcelessTransactionManager())
                .listener(failure)
                .allowStartIfComplete(true)
                .build();
    }

    @Bean
    FirstFailure firstFailure() {
        return new FirstFailure();
    }

    @Bean
    ImportTally importTally(ImportLimits limits, Clock clock) {
        return new ImportTally(limits, clock);
    }

    @Bean
    RunReport runReport(
            RunOptions options,
            Run run,
            LedgerReading reading,
            Results results,
            ImportTally tally,
            FirstFailure failure,
            StopRequest stop,
            LaneLocks locks,
            Clock clock) {
        return new RunReport(options, run, reading, results, tally, failure, stop, locks, clock);
    }
}
