package io.catalogimport.aws;

import org.jspecify.annotations.Nullable;

/** What there is in a lane to be imported, and into what. Changes nothing. Every method may throw any {@link AwsException}. */
public interface InventoryGateway {
    /**
     * One page of the stacks that are not deleted.
     *
     * @param pageToken that of the page before; null for the first page
     */
    Page<ListedStack> stacks(Lane lane, @Nullable String pageToken);

    /** One page of the products that the caller can launch and that are made of CloudFormation templates. */
    Page<ProductName> launchableProducts(Lane lane, @Nullable String pageToken);

    /** One of these products with its active versions. */
    LaunchableProduct launchableProduct(Lane lane, ProductName product);

    /** A product's id, and what people call it. */
    record ProductName(String id, String name) {}
}
