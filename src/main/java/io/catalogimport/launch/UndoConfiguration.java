package io.catalogimport.launch;

import io.catalogimport.aws.CallerIdentity;
import io.catalogimport.aws.LaneClients;
import io.catalogimport.aws.Patience;
import io.catalogimport.aws.Pause;
import io.catalogimport.aws.SdkCatalogGateway;
import io.catalogimport.aws.SdkReleaseGateway;
import io.catalogimport.aws.SdkStackGateway;
import io.catalogimport.database.LockHolder;
import io.catalogimport.job.report.LaterReport;
import io.catalogimport.ledger.Figures;
import io.catalogimport.ledger.LaneScope;
import io.catalogimport.ledger.PastStarts;
import io.catalogimport.ledger.ProcessLocks;
import io.catalogimport.ledger.Releases;
import io.catalogimport.releasing.ReleaseCheck;
import io.catalogimport.releasing.ReleaseGateways;
import io.catalogimport.releasing.ReleaseTimes;
import io.catalogimport.releasing.Releaser;
import io.catalogimport.report.Results;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All that an undo is made of. Its caller brings along the settings, the progress, the stop request and the clock. */
@Configuration(proxyBeanMethods = false)
@Import({
    ChangeConfiguration.class,
    SdkStackGateway.class,
    SdkCatalogGateway.class,
    SdkReleaseGateway.class,
    ReleaseGateways.class,
    ReleaseCheck.class,
    LaterReport.class,
    UndoRows.class,
    UndoPlan.class,
    Undoing.class
})
public class UndoConfiguration {
    private static final Duration OUTAGE = Duration.ofMinutes(1);
    private static final Duration THROTTLING = Duration.ofMinutes(5);
    private static final Duration OTHER_OPERATION = Duration.ofMinutes(2);

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
