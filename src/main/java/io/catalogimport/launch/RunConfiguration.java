package io.catalogimport.launch;

import io.catalogimport.aws.ArtifactTemplates;
import io.catalogimport.aws.CallerIdentity;
import io.catalogimport.aws.CatalogGateway;
import io.catalogimport.aws.LaneClients;
import io.catalogimport.aws.Patience;
import io.catalogimport.aws.Pause;
import io.catalogimport.aws.PoliteCalls;
import io.catalogimport.aws.PoliteRate;
import io.catalogimport.aws.SdkCatalogGateway;
import io.catalogimport.aws.SdkStackGateway;
import io.catalogimport.aws.StackGateway;
import io.catalogimport.aws.TransientRetry;
import io.catalogimport.importing.ImportSettings;
import io.catalogimport.importing.LookBudget;
import io.catalogimport.importing.PollSchedule;
import io.catalogimport.importing.StackImporter;
import io.catalogimport.job.ImportJobConfiguration;
import io.catalogimport.job.lanes.LanePatience;
import io.catalogimport.job.report.RunReport;
import io.catalogimport.job.step.FirstFailure;
import io.catalogimport.job.validate.KnownImports;
import io.catalogimport.ledger.BeginningTurn;
import io.catalogimport.ledger.DatabaseMigration;
import io.catalogimport.ledger.Figures;
import io.catalogimport.ledger.ImportHistory;
import io.catalogimport.ledger.ImportWindows;
import io.catalogimport.ledger.LaneQueue;
import io.catalogimport.ledger.LaneUnit;
import io.catalogimport.ledger.Ledger;
import io.catalogimport.ledger.LedgerEntry;
import io.catalogimport.ledger.LockHolder;
import io.catalogimport.ledger.LookingOver;
import io.catalogimport.ledger.OpenExecutions;
import io.catalogimport.ledger.ProcessLocks;
import io.catalogimport.ledger.RepeatedMappings;
import io.catalogimport.ledger.Run;
import io.catalogimport.ledger.Runs;
import io.catalogimport.ledger.SpringBatchSchema;
import io.catalogimport.ledger.Staging;
import io.catalogimport.ledger.Starts;
import io.catalogimport.ledger.WorkQueue;
import io.catalogimport.ledger.Workers;
import io.catalogimport.report.Results;
import io.catalogimport.run.CurrentStart;
import io.catalogimport.run.FileRows;
import io.catalogimport.run.HostName;
import io.catalogimport.run.ImportLimits;
import io.catalogimport.run.ImportTally;
import io.catalogimport.run.LaneOptions;
import io.catalogimport.run.LockQueue;
import io.catalogimport.run.RunCommand;
import io.catalogimport.run.RunMembership;
import io.catalogimport.run.RunOptions;
import io.catalogimport.run.RunProgress;
import io.catalogimport.run.StopRequest;
import io.catalogimport.validation.AwsFacts;
import io.catalogimport.validation.FreshAccess;
import io.catalogimport.validation.MappingValidator;
import io.catalogimport.validation.UpcomingMappings;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.batch.jdbc.autoconfigure.BatchJdbcAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * All that a run is made of. Its caller brings along {@link RunOptions}, {@link RunProgress}, {@link StopRequest}
 * (by which also all waiting is done) and a {@link Clock}. Only the auto-configurations that are used are named, for a quick start.
 */
@Configuration(proxyBeanMethods = false)
@ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    TransactionAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    FlywayAutoConfiguration.class,
    BatchJdbcAutoConfiguration.class
})
@Import({EmbeddedDatabaseConfiguration.class, ImportJobConfiguration.class})
public class RunConfiguration {
    private static final Duration OUTAGE = Duration.ofMinutes(1);
    private static final Duration THROTTLING = Duration.ofMinutes(5);

    /** In each account; AWS's own limits are not documented. */
    private static final double LOOKS_PER_SECOND = 10;

    @Bean
    SpringBatchSchema springBatchSchema() {
        return new SpringBatchSchema();
    }

    /** The checks of the database come before anything is changed in it. */
    @Bean
    FlywayMigrationStrategy checkedMigration() {
        return flyway -> new DatabaseMigration(flyway).run();
    }

    @Bean
    @DependsOnDatabaseInitialization
    Run currentRun(JdbcClient jdbc, RunOptions options, Clock clock) {
        Runs runs = new Runs(jdbc);
        return options.command() == RunCommand.RESOLVE
                ? runs.existing(options.file())
                : runs.of(options.file(), clock.instant());
    }

    @Bean
    @DependsOnDatabaseInitialization
    ImportLimits importLimits(JdbcClient jdbc, RunOptions options, RunProgress progress) {
        return new ImportWindowOpening(new ImportWindows(jdbc), options, progress).limits();
    }

    @Bean
    Staging staging(JdbcTemplate jdbc) {
        return new Staging(jdbc);
    }

    @Bean
    RepeatedMappings repeatedMappings(JdbcClient jdbc, RunOptions options) {
        return new RepeatedMappings(jdbc, options.nameScope());
    }

    @Bean
    LaneQueue laneQueue(JdbcClient jdbc, RunOptions options) {
        LaneOptions lanes = options.lanes();
        return new LaneQueue(jdbc, lanes.scope(), lanes.shared() ? LaneQueue.Order.RANDOM : LaneQueue.Order.OF_FILE);
    }

    @Bean
    Starts starts(JdbcClient jdbc) {
        return new Starts(jdbc);
    }

    @Bean
    CurrentStart currentStart(RunOptions options) {
        return new CurrentStart(options.startedAt());
    }

    @Bean
    BeginningTurn beginningTurn(JdbcClient jdbc, PlatformTransactionManager transactions) {
        TransactionTemplate transaction = new TransactionTemplate(transactions);
        // With a stricter level, the count would be that of the moment before the turn was waited for.
        transaction.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
        return new BeginningTurn(jdbc, transaction);
    }

    @Bean
    RunMembership runMembership(
            RunOptions options,
            ImportLimits limits,
            Run run,
            ProcessLocks locks,
            LockQueue queue,
            Starts starts,
            JdbcClient jdbc,
            CurrentStart start,
            RunProgress progress,
            Clock clock) {
        return new RunMembership(options, limits, run, locks, queue, starts, new Workers(jdbc), start, progress, clock);
    }

    @Bean
    LookingOver lookingOver(JdbcClient jdbc) {
        return new LookingOver(jdbc);
    }

    @Bean
    ImportHistory importHistory(JdbcClient jdbc) {
        return new ImportHistory(jdbc);
    }

    @Bean
    Ledger ledger(JdbcClient jdbc) {
        return new Ledger(jdbc);
    }

    @Bean
    WorkQueue workQueue(JdbcClient jdbc, RunOptions options) {
        return new WorkQueue(jdbc, options.lanes().scope());
    }

    @Bean
    Figures figures(JdbcClient jdbc, RunOptions options) {
        return new Figures(jdbc, options.lanes().scope());
    }

    @Bean
    LockHolder thisProcess(RunOptions options) {
        return new LockHolder(
                HostName.ofThisMachine(),
                ProcessHandle.current().pid(),
                options.file().path().toString(),
                options.startedAt());
    }

    @Bean
    @DependsOnDatabaseInitialization
    ProcessLocks processLocks(DataSource database, LockHolder thisProcess) {
        return new ProcessLocks(database, thisProcess);
    }

    @Bean
    LockQueue lockQueue(Clock clock, Pause pause, RunProgress progress, RunOptions options) {
        return new LockQueue(clock, pause, progress, options.lockWait());
    }

    @Bean
    LaneClients laneClients(RunOptions options) {
        return new LaneClients(
                options.aws().role().orElse(null), options.aws().language().orElse(null));
    }

    @Bean
    CallerIdentity callerIdentity(LaneClients clients) {
        return new CallerIdentity(clients);
    }

    @Bean
    StackGateway stackGateway(LaneClients clients) {
        return new SdkStackGateway(clients);
    }

    @Bean
    CatalogGateway catalogGateway(LaneClients clients) {
        return new SdkCatalogGateway(clients);
    }

    @Bean
    UpcomingMappings upcomingMappings(WorkQueue queue, Run run) {
        return (lane, line, limit) -> queue.staged(run, new LaneUnit.OneLane(lane.toString()), line, limit).stream()
                .map(LedgerEntry::mapping)
                .toList();
    }

    @Bean
    MappingValidator mappingValidator(
            StackGateway stacks,
            CatalogGateway catalog,
            LaneClients clients,
            CallerIdentity caller,
            UpcomingMappings upcoming,
            ImportHistory history,
            Clock clock,
            Pause pause,
            RunOptions options) {
        PoliteRate rate = new PoliteRate(options.aws().callsPerSecond(), clock, pause);
        AwsFacts facts = new AwsFacts(
                stacks,
                catalog,
                new ArtifactTemplates(clients, stacks),
                caller,
                new PoliteCalls(rate, new TransientRetry(clock, pause, patience(options))),
                new FreshAccess(clock, pause),
                upcoming);
        return new MappingValidator(facts, options.templateCheck(), new KnownImports(history));
    }

    @Bean
    StackImporter stackImporter(
            Ledger ledger,
            Figures reading,
            CatalogGateway catalog,
            StackGateway stacks,
            ProcessLocks locks,
            Clock clock,
            Pause pause,
            RunOptions options,
            CurrentStart start,
            ImportTally tally) {
        ImportSettings settings = new ImportSettings(
                options.completion(),
                options.importTimeout(),
                options.unchangedAfter(),
                patience(options),
                start::endBy);
        LookBudget budget = new LookBudget(LOOKS_PER_SECOND, clock);
        PollSchedule schedule = new PollSchedule(reading.recentDurations(PollSchedule.MEMORY), budget);
        return new StackImporter(ledger, catalog, stacks, locks::requireHeld, tally, schedule, clock, pause, settings);
    }

    @Bean
    Resolution resolution(
            Ledger ledger,
            WorkQueue imports,
            Run run,
            RunOptions options,
            ProcessLocks locks,
            LockQueue queue,
            Clock clock) {
        return new Resolution(ledger, imports, run, new FileRows(options.file()), locks, queue, clock);
    }

    @Bean
    Results results(RunOptions options, LockHolder thisProcess) {
        return new Results(options.results(), thisProcess);
    }

    @Bean
    RunLauncher runLauncher(
            JobOperator operator,
            JobRepository repository,
            Job importStacksJob,
            RunOptions options,
            Run run,
            ProcessLocks locks,
            RunMembership membership,
            LanePatience lanes,
            RunReport report,
            FirstFailure failure,
            Figures reading,
            JdbcClient jdbc,
            RunProgress progress) {
        ExecutionRecovery recovery = new ExecutionRecovery(operator, repository, new OpenExecutions(jdbc), locks);
        return new RunLauncher(
                operator,
                repository,
                recovery,
                importStacksJob,
                options,
                run,
                membership,
                lanes,
                report,
                failure,
                reading,
                progress);
    }

    private static Patience patience(RunOptions options) {
        return new Patience(OUTAGE, THROTTLING, options.importTimeout());
    }
}
