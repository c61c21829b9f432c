package io.catalogimport.aws;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Service Catalog, as far as an import needs it. Every method may throw any {@link AwsException}. */
public interface CatalogGateway {

    /**
     * Asks for the import and answers with its record, which is not final yet. The only method here that changes
     * anything; safe to repeat with the same token.
     */
    CatalogRecord importStack(ImportRequest request);

    /** The record of a request; empty if AWS does not know it. */
    Optional<CatalogRecord> findRecord(Lane lane, String recordId);

    /** A provisioned product by its id, without its physical id; empty if there is none. */
    Optional<ProvisionedProduct> findProvisionedProduct(Lane lane, String provisionedProductId);

    /** A provisioned product by its name, without its physical id; empty if there is none. */
    Optional<ProvisionedProduct> findProvisionedProductNamed(Lane lane, String name);

    /** The provisioned product that a stack belongs to, as far as the search knows it already; it may lag behind. */
    Optional<ProvisionedProduct> searchByPhysicalId(StackArn stack);

    /**
     * One page of all provisioned products of the lane.
     *
     * @param pageToken that of the page before; null for the first page
     */
    Page<ProvisionedProduct> provisionedProducts(Lane lane, @Nullable String pageToken);

    /** A product; empty if there is none, or none that the caller may see. */
    Optional<Product> findProduct(Lane lane, String productId);

    /** A version of a product; empty if there is none. */
    Optional<ProvisioningArtifact> findProvisioningArtifact(Lane lane, String productId, String provisioningArtifactId);

    /** The launch paths that the caller has to the product; none if AWS knows none. */
    List<LaunchPath> launchPaths(Lane lane, String productId);
}
