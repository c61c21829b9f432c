package io.catalogimport.validation;

import io.catalogimport.aws.ArtifactTemplates;
import io.catalogimport.aws.CallerIdentity;
import io.catalogimport.aws.CatalogGateway;
import io.catalogimport.aws.Lane;
import io.catalogimport.aws.PoliteCalls;
import io.catalogimport.aws.StackGateway;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What AWS tells of the lanes that are worked on. For use by several threads. */
public final class AwsFacts {
    private final LaneFacts.Sources aws;
    private final CallerIdentity caller;
    private final Map<Lane, LaneFacts> lanes = new ConcurrentHashMap<>();

    public AwsFacts(
            StackGateway stacks,
            CatalogGateway catalog,
            ArtifactTemplates templates,
            CallerIdentity caller,
            PoliteCalls calls,
            FreshAccess freshAccess,
            UpcomingMappings upcoming) {
        this.aws = new LaneFacts.Sources(
                stacks,
                catalog,
                new VersionTemplates(templates, calls),
                calls,
                freshAccess,
                OwnRecordsException.marked(upcoming));
        this.caller = caller;
    }

    LaneFacts of(Lane lane) {
        return lanes.computeIfAbsent(lane, unknown -> new LaneFacts(unknown, aws));
    }

    /** Drops what is known of the lane. */
    void forget(Lane lane) {
        lanes.remove(lane);
    }

    /**
     * Makes sure that it is the lane's account that is looked at.
     *
     * @throws io.catalogimport.aws.LaneClosedException where it is not, or where AWS does not say
     * @throws io.catalogimport.aws.AwsBusyException where AWS gives no answer
     */
    void requireAccount(Lane lane) {
        caller.requireAccount(lane);
    }
}
