package io.catalogimport.mapping;

import io.catalogimport.aws.ProvisionedProduct;
import io.catalogimport.aws.StackArn;

/**
 * One row of the mapping file: which stack becomes a provisioned product of which product.
 *
 * @param line the line number of the row's first character; the first line of the file is 1
 */
public record StackMapping(
        int line, StackArn stackArn, String productId, String provisioningArtifactId, String provisionedProductName) {

    /** Whether product and name are those that the row asks for. The version may be another one. */
    public boolean asksFor(ProvisionedProduct found) {
        return productId.equals(found.productId()) && provisionedProductName.equals(found.name());
    }
}
