package io.catalogimport.aws;

import org.jspecify.annotations.Nullable;

/**
 * A provisioned product and who owns it.
 *
 * @param owner the ARN of a user or role; null if the operation does not say (DescribeProvisionedProduct)
 */
public record OwnedProduct(
        ProvisionedProduct product, @Nullable String owner) {}
