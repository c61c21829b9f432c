package io.catalogimport.launch;

import io.catalogimport.aws.ArtifactTemplates;
import io.catalogimport.aws.LaneChoice;
import io.catalogimport.aws.LaneClients;
import io.catalogimport.aws.Patience;
import io.catalogimport.aws.Pause;
import io.catalogimport.aws.PoliteCalls;
import io.catalogimport.aws.PoliteRate;
import io.catalogimport.aws.SdkCatalogGateway;
import io.catalogimport.aws.SdkInventoryGateway;
import io.catalogimport.aws.SdkStackGateway;
import io.catalogimport.aws.SdkVersionGateway;
import io.catalogimport.aws.TransientRetry;
import io.catalogimport.database.LockHolder;
import io.catalogimport.discovery.Discovery;
import io.catalogimport.discovery.Preparation;
import io.catalogimport.discovery.Sources;
import io.catalogimport.ledger.Discoveries;
import io.catalogimport.ledger.PreparedVersions;
import io.catalogimport.ledger.ProcessLocks;
import io.catalogimport.run.HostName;
import io.catalogimport.run.LockQueue;
import io.catalogimport.run.RunProgress;
import io.catalogimport.validation.template.TemplateFingerprint;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All that a discovery is made of. Its caller brings along the settings, the progress, the stop request and the clock. */
@Configuration(proxyBeanMethods = false)
@Import({
    DatabaseConfiguration.class,
    SdkStackGateway.class,
    SdkCatalogGateway.class,
    SdkInventoryGateway.class,
    SdkVersionGateway.class,
    Preparation.class,
    ArtifactTemplates.class,
    LaneChoice.class,
    Sources.class,
    Discovery.class
})
class DiscoveryConfiguration {
    private static final Duration OUTAGE = Duration.ofMinutes(1);
    private static final Duration THROTTLING = Duration.ofMinutes(5);

    @Bean
    DatabaseDirectory databaseDirectory(DiscoverySettings settings) {
        return new DatabaseDirectory(settings.stateDirectory());
    }

    @Bean
    LockHolder thisProcess(DiscoverySettings settings, Clock clock) {
        return new LockHolder(
                HostName.ofThisMachine(),
                ProcessHandle.current().pid(),
                settings.out().toString(),
                clock.instant());
    }

    @Bean
    LockQueue lockQueue(Clock clock, Pause pause, RunProgress progress, DiscoverySettings settings) {
        return new LockQueue(clock, pause, progress, settings.lockWait());
    }

    /** Only prepare needs it. */
    @Bean
    @Lazy
    @DependsOnDatabaseInitialization
    ProcessLocks processLocks(DataSource database, LockHolder thisProcess) {
        return new ProcessLocks(database, thisProcess);
    }

    @Bean
    LaneClients laneClients(DiscoverySettings settings) {
        return new LaneClients(
                settings.aws().role().orElse(null), settings.aws().language().orElse(null));
    }

    @Bean
    PoliteCalls politeCalls(DiscoverySettings settings, Clock clock, Pause pause) {
        return new PoliteCalls(
                new PoliteRate(settings.aws().callsPerSecond(), clock, pause),
                new TransientRetry(clock, pause, new Patience(OUTAGE, THROTTLING, OUTAGE)));
    }

    @Bean
    @DependsOnDatabaseInitialization
    Discoveries discoveries(JdbcClient jdbc) {
        return new Discoveries(jdbc, TemplateFingerprint.FORM);
    }

    @Bean
    @DependsOnDatabaseInitialization
    PreparedVersions preparedVersions(JdbcClient jdbc) {
        return new PreparedVersions(jdbc);
    }
}
