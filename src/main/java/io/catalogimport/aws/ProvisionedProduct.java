package io.catalogimport.aws;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A provisioned product of a lane, with what the operation that was called shows of it.
 *
 * @param physicalId the ARN of its stack; null if the operation does not say (DescribeProvisionedProduct)
 * @param lastSuccessfulRecordId the record of the last request that provisioned it and succeeded; AWS's page does not
 *     say whether imports count among those
 * @param statusMessage AWS's words about the status; null if there are none
 * @param origin null if the operation does not say (DescribeProvisionedProduct)
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
        @Nullable String idempotencyToken,
        @Nullable Origin origin) {

    /**
     * Who made a provisioned product, and when.
     *
     * @param owner the ARN of the user or role that owns it now
     * @param recordId the record of the last request that provisioned it, or of the last request where AWS does not say
     */
    public record Origin(
            @Nullable String owner,
            @Nullable String recordId,
            @Nullable Instant createdAt) {}
}
