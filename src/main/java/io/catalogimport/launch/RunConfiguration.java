package io.catalogimport.launch;

import io.catalogimport.aws.Pause;
import io.catalogimport.database.LockHolder;
import io.catalogimport.job.ImportJobConfiguration;
import io.catalogimport.ledger.ImportWindows;
import io.catalogimport.ledger.PastStarts;
import io.catalogimport.ledger.ProcessLocks;
import io.catalogimport.ledger.Run;
import io.catalogimport.ledger.Runs;
import io.catalogimport.report.Results;
import io.catalogimport.run.CurrentStart;
import io.catalogimport.run.FileRows;
import io.catalogimport.run.HostName;
import io.catalogimport.run.ImportLimits;
import io.catalogimport.run.ImportTally;
import io.catalogimport.run.LockQueue;
import io.catalogimport.run.PauseGate;
import io.catalogimport.run.PreparationTurn;
import io.catalogimport.run.RunCommand;
import io.catalogimport.run.RunContext;
import io.catalogimport.run.RunLocks;
import io.catalogimport.run.RunMembership;
import io.catalogimport.run.RunOptions;
import io.catalogimport.run.RunProgress;
import io.catalogimport.run.SelectedRows;
import io.catalogimport.run.StartChoice;
import io.catalogimport.run.StopRequest;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * All that a run is made of. Its caller brings along {@link RunOptions}, {@link RunProgress}, {@link StopRequest}
 * (by which also all waiting is done) and a {@link Clock}.
 */
@Configuration(proxyBeanMethods = false)
@Import({
    DatabaseConfiguration.class,
    LedgerConfiguration.class,
    AwsConfiguration.class,
    ImportJobConfiguration.class,
    PreparationTurn.class,
    RunContext.class,
    RunLocks.class,
    StartChoice.class,
    RunMembership.class,
    ImportTally.class,
    PauseGate.class,
    FileRows.class,
    SelectedRows.class,
    Resolution.class,
    ExecutionRecovery.class,
    JobExecutions.class,
    ImportOwners.class,
    RunStanding.class,
    RunLauncher.class
})
public class RunConfiguration {
    @Bean
    @DependsOnDatabaseInitialization
    Run currentRun(JdbcClient jdbc, RunOptions options, Clock clock) {
        Runs runs = new Runs(jdbc);
        return options.command() == RunCommand.RESOLVE
                ? runs.existing(options.file())
                : runs.of(options.file(), clock.instant());
    }

    @Bean
    DatabaseDirectory databaseDirectory(RunOptions options) {
        return new DatabaseDirectory(options.stateDirectory());
    }

    @Bean
    ImportLimits importLimits(ImportWindows windows, RunOptions options, RunProgress progress) {
        return new ImportWindowOpening(windows, options, progress).limits();
    }

    @Bean
    CurrentStart currentStart(RunOptions options) {
        return new CurrentStart(options.startedAt());
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
    @DependsOnDatabaseInitialization
    PastStarts pastStarts(JdbcClient jdbc) {
        return new PastStarts(jdbc);
    }

    @Bean
    Results results(RunOptions options, LockHolder thisProcess, PastStarts starts) {
        return new Results(options.results(), thisProcess, starts::history);
    }
}
