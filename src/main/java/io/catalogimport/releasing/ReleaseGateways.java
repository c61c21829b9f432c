package io.catalogimport.releasing;

import io.catalogimport.aws.CallerIdentity;
import io.catalogimport.aws.CatalogGateway;
import io.catalogimport.aws.ReleaseGateway;
import io.catalogimport.aws.StackGateway;

/** What a release asks AWS by. */
public record ReleaseGateways(
        CatalogGateway catalog, StackGateway stacks, ReleaseGateway release, CallerIdentity identity) {}
