package io.catalogimport.job;

import io.catalogimport.aws.CallerIdentity;
import io.catalogimport.aws.Pause;
import io.catalogimport.importing.StackImporter;
import io.catalogimport.job.imports.ClosedLanes;
import io.catalogimport.job.imports.ImportPreparation;
import io.catalogimport.job.imports.LaneReaders;
import io.catalogimport.job.imports.LaneSteps;
import io.catalogimport.job.imports.StackImportWriter;
import io.catalogimport.job.lanes.ClaimedLanes;
import io.catalogimport.job.lanes.LaneLocks;
import io.catalogimport.job.lanes.LanePartitions;
import io.catalogimport.job.lanes.LanePatience;
import io.catalogimport.job.lanes.LaneSource;
import io.catalogimport.job.lanes.LaneSources;
import io.catalogimport.job.lanes.LaneWork;
import io.catalogimport.job.lanes.WholeFileSource;
import io.catalogimport.job.report.ReportTasklet;
import io.catalogimport.job.report.RunReport;
import io.catalogimport.job.stage.StagingTasklet;
import io.catalogimport.job.step.FirstFailure;
import io.catalogimport.job.step.StopPolicy;
import io.catalogimport.job.validate.ValidationPreparation;
import io.catalogimport.job.validate.ValidationProcessor;
import io.catalogimport.job.validate.ValidationSteps;
import io.catalogimport.job.validate.ValidationThreads;
import io.catalogimport.job.validate.ValidationWait;
import io.catalogimport.job.validate.VerdictWriter;
import io.catalogimport.ledger.BeginningTurn;
import io.catalogimport.ledger.Figures;
import io.catalogimport.ledger.LaneQueue;
import io.catalogimport.ledger.LaneUnit.OneLane;
import io.catalogimport.ledger.Ledger;
import io.catalogimport.ledger.LockNames;
import io.catalogimport.ledger.LookingOver;
import io.catalogimport.ledger.ProcessLocks;
import io.catalogimport.ledger.RepeatedMappings;
import io.catalogimport.ledger.Run;
import io.catalogimport.ledger.Staging;
import io.catalogimport.ledger.Starts;
import io.catalogimport.ledger.WorkQueue;
import io.catalogimport.report.Results;
import io.catalogimport.report.RunOutcome;
import io.catalogimport.run.CurrentStart;
import io.catalogimport.run.ImportLimits;
import io.catalogimport.run.ImportTally;
import io.catalogimport.run.LockQueue;
import io.catalogimport.run.PreparationTurn;
import io.catalogimport.run.RunMembership;
import io.catalogimport.run.RunOptions;
import io.catalogimport.run.RunProgress;
import io.catalogimport.run.StopRequest;
import io.catalogimport.validation.MappingValidator;
import java.time.Clock;
import java.util.List;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.support.transaction.ResourcelessTransactionManager;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The job: stage, follow what is in flight, validate, import, report. Validating has a partition for each lane; following
 * and importing have that, too, or one for the whole file. The names are stored: renaming one breaks the restart of old runs.
 */
@Configuration(proxyBeanMethods = false)
public class ImportJobConfiguration {
    public static final String JOB = "importStacks";
    static final String STAGE = "stageMappings";
    static final String FOLLOW = "followInFlight";
    public static final String VALIDATE = "validateMappings";
    static final String IMPORT = "importStacks";
    public static final String REPORT = "report";

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
                .on(RunOutcome.OTHERS_AT_WORK.name())
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
            Starts starts,
            PreparationTurn turn,
            Run run,
            FirstFailure failure,
            StopPolicy stop) {
        // Not the step's own: what is read in a file that was replaced can be undone, and the step still go on.
        TransactionTemplate transaction = new TransactionTemplate(transactions);
        return new StepBuilder(STAGE, repository)
                .tasklet(
                        new StagingTasklet(options, run, staging, starts, turn, transaction, stop),
                        new ResourcelessTransactionManager())
                .listener(failure)
                .allowStartIfComplete(true)
                .build();
    }

    @Bean
    PreparationTurn preparationTurn(LockQueue queue, ProcessLocks locks, Starts starts, Run run) {
        return new PreparationTurn(queue, locks, starts, run);
    }

    @Bean
    StopPolicy stopPolicy(StopRequest stop, FirstFailure failure) {
        return new StopPolicy(stop, failure);
    }

    @Bean
    LanePartitions lanePartitions(JobRepository repository, FirstFailure failure, StopPolicy stop) {
        return new LanePartitions(repository, failure, stop);
    }

    @Bean
    LaneWork laneWork(LaneQueue queue, Run run, StopPolicy stop, CurrentStart start, ImportTally tally, Clock clock) {
        return new LaneWork(queue, run, stop, start, tally, clock);
    }

    @Bean
    LaneReaders laneReaders(Ledger ledger, WorkQueue queue, Run run, CurrentStart start, CallerIdentity caller) {
        return new LaneReaders(ledger, queue, run, start, caller);
    }

    @Bean
    ValidationPreparation validationPreparation(
            RepeatedMappings repeated,
            LookingOver lookingOver,
            Figures reading,
            Run run,
            RunOptions options,
            CurrentStart start,
            PreparationTurn turn,
            RunProgress progress,
            Clock clock) {
        return new ValidationPreparation(repeated, lookingOver, reading, run, options, start, turn, progress, clock);
    }

    @Bean
    ValidationSteps validationSteps(
            JobRepository repository,
            MappingValidator validator,
            Ledger ledger,
            ProcessLocks locks,
            RunOptions options,
            CurrentStart start,
            RunProgress progress,
            StopRequest stop,
            StopPolicy policy,
            FirstFailure failure,
            Clock clock) {
        return new ValidationSteps(
                repository,
                validator,
                new ValidationProcessor(validator, stop, start, clock),
                new VerdictWriter(ledger, locks, progress, options, clock),
                failure,
                policy);
    }

    @Bean
    ValidationThreads validationThreads() {
        return new ValidationThreads(32, 8);
    }

    @Bean
    Step validateMappings(
            LanePartitions partitions,
            ValidationSteps steps,
            ValidationThreads threads,
            ValidationPreparation preparation,
            LaneWork work,
            LaneReaders readers,
            ProcessLocks locks,
            Run run,
            RunProgress progress,
            Pause pause,
            Clock clock) {
        LaneLocks lanes = new LaneLocks(locks, lane -> List.of(LockNames.validation(run.digest(), lane)));
        LaneSource source = new ClaimedLanes(work::toValidate, lanes, new ValidationWait(pause, progress), clock);
        return partitions.step(
                VALIDATE,
                threads.lanes(),
                source,
                partition -> steps.step(partition, readers.staged((OneLane) partition), lanes, threads.ofALane()),
                preparation);
    }

    /** Before the rest is validated, because what is in flight may be what a row asks for. */
    @Bean
    Step followInFlight(
            LanePartitions partitions,
            LaneSteps steps,
            LaneSources sources,
            LaneWork work,
            LaneReaders readers,
            LaneLocks laneLocks,
            RunOptions options) {
        return partitions.step(
                FOLLOW,
                options.lanes().parallel(),
                sources.of(work::toFollow, lanes -> false),
                partition -> steps.step(FOLLOW, partition, readers.inFlight(partition), laneLocks),
                new StepExecutionListener() {});
    }

    @Bean
    Step importStacks(
            LanePartitions partitions,
            LaneSteps steps,
            LaneSources sources,
            LaneWork work,
            LaneReaders readers,
            LaneLocks laneLocks,
            LanePatience patience,
            ImportPreparation preparation,
            RunOptions options,
            ImportTally tally,
            ClosedLanes closed) {
        return partitions.step(
                IMPORT,
                options.lanes().parallel(),
                sources.of(work::toImport, patience),
                partition -> steps.step(IMPORT, partition, readers.ready(partition, tally, closed), laneLocks),
                preparation);
    }

    @Bean
    LaneSources laneSources(
            LaneQueue queue,
            Run run,
            ProcessLocks locks,
            LockQueue waiting,
            LaneLocks lanes,
            RunOptions options,
            Clock clock) {
        return (work, wait) -> options.lanes().areSideBySide()
                ? new ClaimedLanes(work, lanes, wait, clock)
                : new WholeFileSource(queue, run, locks, waiting);
    }

    @Bean
    LaneSteps laneSteps(JobRepository repository, StackImportWriter writer, FirstFailure failure, StopPolicy stop) {
        return new LaneSteps(repository, writer, failure, stop);
    }

    @Bean
    LaneLocks laneLocks(ProcessLocks locks, LaneQueue queue, Run run) {
        return new LaneLocks(locks, lane -> queue.locks(run, lane));
    }

    @Bean
    LanePatience lanePatience(LockQueue queue, ProcessLocks locks, RunOptions options) {
        return new LanePatience(queue, locks, options.lanes().shared());
    }

    @Bean
    ClosedLanes closedLanes() {
        return new ClosedLanes();
    }

    @Bean
    StackImportWriter stackImportWriter(StackImporter importer, Run run, ClosedLanes closed, RunProgress progress) {
        return new StackImportWriter(importer, run, closed, progress);
    }

    @Bean
    ImportPreparation importPreparation(Figures reading, Run run, ImportTally tally, RunProgress progress) {
        return new ImportPreparation(reading, run, tally, progress);
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
    FirstFailure firstFailure(ProcessLocks locks) {
        return new FirstFailure(locks);
    }

    @Bean
    ImportTally importTally(
            ImportLimits limits, Figures reading, Run run, CurrentStart start, BeginningTurn turn, Clock clock) {
        return new ImportTally(limits, reading, run, start, turn, clock);
    }

    @Bean
    RunReport runReport(
            RunOptions options,
            Run run,
            Figures reading,
            Results results,
            ImportTally tally,
            CurrentStart start,
            FirstFailure failure,
            StopRequest stop,
            LanePatience lanes,
            RunMembership membership,
            Clock clock) {
        return new RunReport(options, run, reading, results, tally, start, failure, stop, lanes, membership, clock);
    }
}
