package io.catalogimport.launch;

import io.catalogimport.aws.LaneClients;
import io.catalogimport.ledger.HandoverRows;
import io.catalogimport.ledger.Run;
import io.catalogimport.run.RunOptions;
import java.util.List;

/** The users and roles that have imported something in this start. Service Catalog makes them the owners. */
final class ImportOwners {
    private final Run run;
    private final RunOptions options;
    private final HandoverRows rows;
    private final LaneClients clients;

    ImportOwners(Run run, RunOptions options, HandoverRows rows, LaneClients clients) {
        this.run = run;
        this.options = options;
        this.rows = rows;
        this.clients = clients;
    }

    /** Their ARNs, as far as AWS says them. That takes one call for each partition, and none if nothing was imported. */
    List<String> arns() {
        return rows.lanes(run, options.startedAt()).stream()
                .flatMap(lane -> clients.caller(lane).stream())
                .distinct()
                .sorted()
                .toList();
    }
}
