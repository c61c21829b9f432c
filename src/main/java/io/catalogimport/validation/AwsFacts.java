package io.catalogimport.validation;

import io.catalogimport.aws.ArtifactTemplates;
import io.catalogimport.aws.CallerIdentity;
import io.catalogimport.aws.CatalogGateway;
import io.catalogimport.aws.InventoryGateway;
import io.catalogimport.aws.Lane;
import io.catalogimport.aws.PoliteCalls;
import io.catalogimport.aws.StackGateway;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What AWS says about the lanes in work. Thread-safe. */
public final class AwsFacts {
    private final LaneFacts.Sources aws;
    private final CallerIdentity caller;
    private final Map<Lane, LaneFacts> lanes = new ConcurrentHashMap<>();

    public AwsFacts(
            StackGateway stacks,
            CatalogGateway catalog,
            InventoryGateway inventory,
            ArtifactTemplates templates,
            CallerIdentity caller,
            PoliteCalls calls,
            FreshAccess freshAccess,
            UpcomingMappings upcoming) {
        this.aws = new LaneFacts.Sources(
                stacks,
                catalog,
                inventory,
                new VersionTemplates(templates, calls),
                calls,
                freshAccess,
                OwnRecordsException.marked(upcoming));
        this.caller = caller;
    }

    LaneFacts of(Lane lane) {
        return lanes.computeIfAbsent(lane, unknown -> new LaneFacts(unknown, aws));
    }

    /** Drops what is known about the lane. */
    void forget(Lane lane) {
        lanes.remove(lane);
    }

    /**
     * Checks that the calls in the lane look at its account.
     *
     * @throws io.catalogimport.aws.LaneClosedException if they do not, or if AWS does not say
     * @throws io.catalogimport.aws.AwsBusyException if AWS gives no answer
     */
    void requireAccount(Lane lane) {
        caller.requireAccount(lane);
    }
}
