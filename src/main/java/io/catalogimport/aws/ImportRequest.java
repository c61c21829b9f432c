package io.catalogimport.aws;

/**
 * One call of {@code ImportAsProvisionedProduct}.
 *
 * @param idempotencyToken 1 to 128 of letters, digits, - and _; the same token makes the call safe to repeat
 */
public record ImportRequest(
        StackArn stack,
        String productId,
        String provisioningArtifactId,
        String provisionedProductName,
        String idempotencyToken) {}
