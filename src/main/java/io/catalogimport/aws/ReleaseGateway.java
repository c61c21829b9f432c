package io.catalogimport.aws;

import java.util.List;
import java.util.Optional;

/** What a release needs of AWS beside the other gateways. Every method may throw any {@link AwsException}. */
public interface ReleaseGateway {

    /**
     * Asks Service Catalog to let go of a provisioned product and to keep its stack. This is the only method here that
     * changes anything. It is safe to repeat it. Source: API reference of TerminateProvisionedProduct.
     *
     * @param token 1 to 128 letters, digits, hyphens and underscores; valid until the provisioned product is gone
     * @return the record of the request, which is not final yet; empty if there is no such provisioned product any more
     */
    Optional<CatalogRecord> release(Lane lane, String provisionedProductId, String token);

    /** A provisioned product by its id, with its physical id. The search may lag, so a new one may be missing. */
    Optional<ProvisionedProduct> search(Lane lane, String provisionedProductId);

    /** All resources of a stack that were not deleted, in any order. */
    List<StackResource> resources(StackArn stack);
}
