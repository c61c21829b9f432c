package io.catalogimport.handover;

import io.catalogimport.aws.CallerIdentity;
import io.catalogimport.aws.CatalogGateway;
import io.catalogimport.aws.OwnershipGateway;
import io.catalogimport.aws.VerificationGateway;

/**
 * What a handover asks AWS by.
 *
 * @param products shows who owns a provisioned product
 */
public record HandoverGateways(
        CatalogGateway catalog, VerificationGateway products, OwnershipGateway ownership, CallerIdentity identity) {}
