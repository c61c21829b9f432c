package io.catalogimport.launch;

import io.catalogimport.aws.ArtifactTemplates;
import io.catalogimport.aws.AwsCallListener;
import io.catalogimport.aws.CallerIdentity;
import io.catalogimport.aws.LaneClients;
import io.catalogimport.aws.Patience;
import io.catalogimport.aws.Pause;
import io.catalogimport.aws.PoliteCalls;
import io.catalogimport.aws.PoliteRate;
import io.catalogimport.aws.SdkCatalogGateway;
import io.catalogimport.aws.SdkInventoryGateway;
import io.catalogimport.aws.SdkStackGateway;
import io.catalogimport.aws.TransientRetry;
import io.catalogimport.importing.Gates;
import io.catalogimport.importing.Gateways;
import io.catalogimport.importing.ImportSettings;
import io.catalogimport.importing.LookBudget;
import io.catalogimport.importing.PollSchedule;
import io.catalogimport.importing.StackImporter;
import io.catalogimport.importing.SubmissionGuard;
import io.catalogimport.importing.Waiting;
import io.catalogimport.job.validate.KnownImports;
import io.catalogimport.ledger.Figures;
import io.catalogimport.ledger.LaneUnit.OneLane;
import io.catalogimport.ledger.LedgerEntry;
import io.catalogimport.ledger.ProcessLocks;
import io.catalogimport.ledger.Run;
import io.catalogimport.ledger.WorkQueue;
import io.catalogimport.run.CurrentStart;
import io.catalogimport.run.RunOptions;
import io.catalogimport.validation.AwsFacts;
import io.catalogimport.validation.EarlierImports;
import io.catalogimport.validation.FreshAccess;
import io.catalogimport.validation.MappingValidator;
import io.catalogimport.validation.UpcomingMappings;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What asks AWS: the gateways, the validator and the importer, with the user's settings. */
@Configuration(proxyBeanMethods = false)
@Import({
    SdkStackGateway.class,
    SdkCatalogGateway.class,
    SdkInventoryGateway.class,
    ArtifactTemplates.class,
    FreshAccess.class,
    KnownImports.class,
    AwsFacts.class,
    Gateways.class,
    Gates.class,
    Waiting.class,
    StackImporter.class
})
class AwsConfiguration {
    private static final Duration OUTAGE = Duration.ofMinutes(1);
    private static final Duration THROTTLING = Duration.ofMinutes(5);

    /** In each account; AWS's own limits are not documented. */
    private static final double LOOKS_PER_SECOND = 10;

    @Bean
    LaneClients laneClients(RunOptions options, ObjectProvider<AwsCallListener> listener) {
        return new LaneClients(
                options.aws().role().orElse(null), options.aws().language().orElse(null), listener.getIfAvailable());
    }

    @Bean
    CallerIdentity callerIdentity(LaneClients clients) {
        return new CallerIdentity(clients);
    }

    @Bean
    Patience patience(RunOptions options) {
        return new Patience(OUTAGE, THROTTLING, options.importTimeout());
    }

    @Bean
    PoliteCalls politeCalls(RunOptions options, Patience patience, Clock clock, Pause pause) {
        PoliteRate rate = new PoliteRate(options.aws().callsPerSecond(), clock, pause);
        return new PoliteCalls(rate, new TransientRetry(clock, pause, patience));
    }

    @Bean
    UpcomingMappings upcomingMappings(WorkQueue queue, Run run) {
        return (lane, line, limit) -> queue.staged(run, new OneLane(lane.toString()), line, limit).stream()
                .map(LedgerEntry::mapping)
                .toList();
    }

    @Bean
    MappingValidator mappingValidator(AwsFacts facts, RunOptions options, EarlierImports imports) {
        return new MappingValidator(facts, options.checks(), imports);
    }

    @Bean
    ImportSettings importSettings(RunOptions options, Patience patience, CurrentStart start) {
        return new ImportSettings(
                options.completion(), options.importTimeout(), options.unchangedAfter(), patience, start::endBy);
    }

    @Bean
    PollSchedule pollSchedule(Figures reading, Clock clock) {
        return new PollSchedule(reading.recentDurations(PollSchedule.MEMORY), new LookBudget(LOOKS_PER_SECOND, clock));
    }

    @Bean
    SubmissionGuard submissionGuard(ProcessLocks locks) {
        return locks::requireHeld;
    }
}
