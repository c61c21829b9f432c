package io.catalogimport.launch;

import io.catalogimport.aws.CallerIdentity;
import io.catalogimport.aws.LaneClients;
import io.catalogimport.aws.Patience;
import io.catalogimport.aws.Pause;
import io.catalogimport.aws.SdkCatalogGateway;
import io.catalogimport.aws.SdkOwnershipGateway;
import io.catalogimport.aws.SdkVerificationGateway;
import io.catalogimport.handover.Handover;
import io.catalogimport.handover.HandoverGateways;
import io.catalogimport.handover.HandoverTimes;
import io.catalogimport.ledger.HandoverRows;
import io.catalogimport.ledger.ProcessLocks;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All that a handover is made of. Its caller brings along the settings, the progress, the stop request and the clock. */
@Configuration(proxyBeanMethods = false)
@Import({
    ChangeConfiguration.class,
    SdkCatalogGateway.class,
    SdkVerificationGateway.class,
    SdkOwnershipGateway.class,
    HandoverGateways.class,
    HandingOver.class
})
public class HandoverConfiguration {
    private static final Duration OUTAGE = Duration.ofMinutes(1);
    private static final Duration THROTTLING = Duration.ofMinutes(5);
    private static final Duration OTHER_OPERATION = Duration.ofMinutes(2);

    @Bean
    @DependsOnDatabaseInitialization
    HandoverRows handoverRows(JdbcClient jdbc) {
        return new HandoverRows(jdbc);
    }

    @Bean
    LaneClients laneClients(HandoverSettings settings) {
        return new LaneClients(settings.role().orElse(null));
    }

    @Bean
    CallerIdentity callerIdentity(LaneClients clients) {
        return new CallerIdentity(clients);
    }

    @Bean
    HandoverTimes handoverTimes(Clock clock, Pause pause) {
        return new HandoverTimes(clock, pause, new Patience(OUTAGE, THROTTLING, OTHER_OPERATION));
    }

    @Bean
    Handover handover(HandoverGateways gateways, HandoverTimes times, HandoverSettings settings, ProcessLocks locks) {
        return new Handover(gateways, times, settings.owner(), locks::requireHeld);
    }
}
