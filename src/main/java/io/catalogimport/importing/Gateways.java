package io.catalogimport.importing;

import io.catalogimport.aws.CatalogGateway;
import io.catalogimport.aws.StackGateway;

/** The two AWS services that an import needs. */
public record Gateways(CatalogGateway catalog, StackGateway stacks) {}
