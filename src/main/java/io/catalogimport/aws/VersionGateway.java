package io.catalogimport.aws;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Products as their administrator sees them, and the making of versions. Nothing is ever changed or deleted. Every method may
 * throw any {@link AwsException}.
 */
public interface VersionGateway {
    /** One page of the account's own products. */
    Page<OwnProduct> products(Lane lane, @Nullable String pageToken);

    /** A product by its id; empty if there is none, or none that an administrator of the account sees. */
    Optional<OwnProduct> product(Lane lane, String productId);

    /** All versions of a product, also those that are not active. */
    List<MadeVersion> versions(Lane lane, String productId);

    /** Makes a version from a stack, and returns its id. It is safe to repeat it with the same token. */
    String createVersion(VersionRequest request);

    /** Makes a product whose first version is made from a stack. It is safe to repeat it with the same token. */
    MadeProduct createProduct(VersionRequest request, String owner);

    /**
     * A product.
     *
     * @param account the account that it belongs to, as its ARN says; null if AWS gives no ARN
     * @param description empty if there is none
     */
    record OwnProduct(String id, String name, @Nullable String account, String description) {}

    /** A version; the description is empty if there is none. */
    record MadeVersion(String id, String name, String description) {}

    /** A product and its first version. */
    record MadeProduct(String productId, String provisioningArtifactId) {}

    /**
     * What is to be made.
     *
     * @param product the id of the product, or the name of the product that is made too
     * @param stack the stack whose template the version gets
     */
    record VersionRequest(String product, StackArn stack, String name, String description, String idempotencyToken) {}
}
