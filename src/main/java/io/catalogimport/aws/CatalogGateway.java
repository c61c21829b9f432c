package io.catalogimport.aws;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The part of Service Catalog that an import needs. Every method may throw any {@link AwsException}. */
public interface CatalogGateway {

    /**
     * Asks for the import and returns its record, which is not final yet. This is the only method here that changes
     * anything. It is safe to repeat it with the same token.
     */
    CatalogRecord importStack(ImportRequest request);

    /** The record of a request; empty if AWS does not know it. */
    Optional<CatalogRecord> findRecord(Lane lane, String recordId);

    /** A provisioned product by its id, without its physical id; empty if there is none. */
    Optional<ProvisionedProduct> findProvisionedProduct(Lane lane, String provisionedProductId);

    /** A provisioned product by its name, without its physical id; empty if there is none. */
    Optional<ProvisionedProduct> findProvisionedProductNamed(Lane lane, String name);

    /** The provisioned product that a stack belongs to. The search may lag, so a new one may be missing. */
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

    /** What an update of a provisioned product meets, for a product version and a launch path. */
    UpdateTerms updateTerms(Lane lane, String productId, String provisioningArtifactId, String pathId);

    /** The launch paths that the caller has to the product; none if AWS knows none. */
    List<LaunchPath> launchPaths(Lane lane, String productId);
}
