package io.catalogimport.mapping;

import io.catalogimport.aws.ProvisionedProduct;
import io.catalogimport.aws.StackArn;

/**
 * One row of the mapping file: which stack becomes a provisioned product of which product.
 *
 * @param line the line number of the row's first character; the first line of the file is 1
 * @param productId empty if the row gives the name instead and it is not looked up yet
 * @param provisioningArtifactId empty if the row gives the name instead and it is not looked up yet
 */
public record StackMapping(
        int line,
        StackArn stackArn,
        String productId,
        String provisioningArtifactId,
        String provisionedProductName,
        VersionNames names) {

    /** A mapping by ids alone. */
    public StackMapping(
            int line,
            StackArn stackArn,
            String productId,
            String provisioningArtifactId,
            String provisionedProductName) {
        this(line, stackArn, productId, provisioningArtifactId, provisionedProductName, VersionNames.NONE);
    }

    /** The same mapping with ids. */
    public StackMapping with(String product, String provisioningArtifact) {
        return new StackMapping(line, stackArn, product, provisioningArtifact, provisionedProductName, names);
    }

    /** Whether product and name are those that the row asks for. The version may be another one. */
    public boolean asksFor(ProvisionedProduct found) {
        return productId.equals(found.productId()) && provisionedProductName.equals(found.name());
    }
}
