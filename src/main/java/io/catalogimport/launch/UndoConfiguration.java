package io.catalogimport.launch;

import io.catalogimport.aws.CallerIdentity;
import io.catalogimport.aws.LaneClients;
import io.catalogimport.aws.Patience;
import io.catalogimport.aws.Pause;
import io.catalogimport.aws.SdkCatalogGateway;
import io.catalogimport.aws.SdkReleaseGateway;
import io.catalogimport.aws.SdkStackGateway;
import io.catalogimport.database.DatabaseUrl;
import io.catalogimport.database.LockHolder;
import io.catalogimport.job.report.LaterReport;
import io.catalogimport.ledger.Figures;
import io.catalogimport.ledger.LaneScope;
import io.catalogimport.ledger.PastStarts;
import io.catalogimport.ledger.ProcessLocks;
import io.catalogimport.ledger.Releases;
import io.catalogimport.ledger.Run;
import io.catalogimport.ledger.Runs;
import io.catalogimport.releasing.ReleaseCheck;
import io.catalogimport.releasing.ReleaseGateways;
import io.catalogimport.releasing.ReleaseTimes;
import io.catalogimport.releasing.Releaser;
import io.catalogimport.report.Results;
import io.catalogimport.run.HostName;
import io.catalogimport.run.LockQueue;
import io.catalogimport.run.RunProgress;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All that an undo is made of. Its caller brings along the settings, the progress, the stop request and the clock. */
@Configuration(proxyBeanMethods = false)
@Import({
    DatabaseConfiguration.class,
    SdkStackGateway.class,
    SdkCatalogGateway.class,
    SdkReleaseGateway.class,
    ReleaseGateways.class,
    ReleaseCheck.class,
    LaterReport.class,
    Undoing.class
})
public class UndoConfiguration {
    private static final Duration OUTAGE = Duration.ofMinutes(1);
    private static final Duration THROTTLING = Duration.ofMinutes(5);
    private static final Duration OTHER_OPERATION = Duration.ofMinutes(2);

    @Bean
    DatabaseDirectory databaseDirectory(UndoSettings settings) {
        return new DatabaseDirectory(settings.stateDirectory());
    }

    @Bean
    LockHolder thisProcess(UndoSettings settings) {
        return new LockHolder(
                HostName.ofThisMachine(),
                ProcessHandle.current().pid(),
                settings.file().toString(),
                settings.startedAt());
    }

    @Bean
    LockQueue lockQueue(Clock clock, Pause pause, RunProgress progress, UndoSettings settings) {
        return new LockQueue(clock, pause, progress, settings.lockWait());
    }

    @Bean
    @DependsOnDatabaseInitialization
    ProcessLocks processLocks(DataSource database, LockHolder thisProcess) {
        return new ProcessLocks(database, thisProcess);
    }

    @Bean
    @DependsOnDatabaseInitialization
    Run run(JdbcClient jdbc, UndoSettings settings, Environment environment) {
        return new RunSearch(new Runs(jdbc), place(settings, environment)).find(settings.run());
    }

    private static String place(UndoSettings settings, Environment environment) {
        String url = environment.getProperty("spring.datasource.url", "");
        return url.isBlank()
                ? "embedded, in " + settings.stateDirectory().toAbsolutePath().normalize()
                : DatabaseUrl.shown(url);
    }

    @Bean
    @DependsOnDatabaseInitialization
    Releases releases(JdbcClient jdbc) {
        return new Releases(jdbc);
    }

    @Bean
    @DependsOnDatabaseInitialization
    Figures figures(JdbcClient jdbc) {
        return new Figures(jdbc, LaneScope.ACCOUNT_REGION);
    }

    @Bean
    @DependsOnDatabaseInitialization
    PastStarts pastStarts(JdbcClient jdbc) {
        return new PastStarts(jdbc);
    }

    @Bean
    Results results(UndoSettings settings, LockHolder thisProcess, PastStarts starts) {
        return new Results(settings.results(), thisProcess, starts::history);
    }

    @Bean
    LaneClients laneClients(UndoSettings settings) {
        return new LaneClients(settings.role().orElse(null));
    }

    @Bean
    CallerIdentity callerIdentity(LaneClients clients) {
        return new CallerIdentity(clients);
    }

    @Bean
    ReleaseTimes releaseTimes(UndoSettings settings, Clock clock, Pause pause) {
        return new ReleaseTimes(clock, pause, new Patience(OUTAGE, THROTTLING, OTHER_OPERATION), settings.timeout());
    }

    @Bean
    Releaser releaser(Releases ledger, ReleaseCheck check, ProcessLocks locks) {
        return new Releaser(ledger, check, locks::requireHeld);
    }
}
