package io.catalogimport.aws;

/**
 * One call of {@code ImportAsProvisionedProduct}.
 *
 * @param idempotencyToken 1 to 128 letters, digits, hyphens and underscores. It is safe to repeat the call with the
 *     same token
 */
public record ImportRequest(
        StackArn stack,
        String productId,
        String provisioningArtifactId,
        String provisionedProductName,
        String idempotencyToken) {}
