package io.catalogimport.discovery;

import io.catalogimport.aws.ArtifactTemplates;
import io.catalogimport.aws.CatalogGateway;
import io.catalogimport.aws.InventoryGateway;
import io.catalogimport.aws.PoliteCalls;
import io.catalogimport.aws.StackGateway;
import io.catalogimport.ledger.Discoveries;
import java.time.Clock;

/**
 * Where everything comes from.
 *
 * @param known what earlier discoveries have read
 */
public record Sources(
        InventoryGateway inventory,
        StackGateway stacks,
        CatalogGateway catalog,
        ArtifactTemplates templates,
        PoliteCalls calls,
        Discoveries known,
        Clock clock) {}
