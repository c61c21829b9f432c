package io.catalogimport.aws;

import org.jspecify.annotations.Nullable;

/**
 * A provisioned product of a lane, as far as the answering operation tells.
 *
 * @param physicalId the ARN of its stack; null where the operation does not tell (DescribeProvisionedProduct)
 * @param lastSuccessfulRecordId the record of the last request that provisioned it and succeeded; AWS's page does not say
 *     whether imports count among those
 * @param statusMessage AWS's words about the status; null where there are none
 */
public record ProvisionedProduct(
        String id,
        String name,
        @Nullable String physicalId,
        @Nullable String productId,
        @Nullable String provisioningArtifactId,
        AwsStatus<ProvisionedProductStatus> status,
        @Nullable String statusMessage,
        @Nullable String lastRecordId,
        @Nullable String lastSuccessfulRecordId,
        @Nullable String idempotencyToken) {}
