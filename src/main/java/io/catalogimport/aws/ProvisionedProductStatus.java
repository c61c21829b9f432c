package io.catalogimport.aws;

/** The statuses of a provisioned product. Source: API reference of ProvisionedProductDetail, unless said otherwise. */
public enum ProvisionedProductStatus {
    AVAILABLE,
    UNDER_CHANGE,
    /** Works, but the last update failed. */
    TAINTED,
    ERROR,
    PLAN_IN_PROGRESS,
    /** In no page of AWS; treated as gone if it is ever seen. */
    TERMINATED;

    /** The status that AWS spells like this. */
    public static AwsStatus<ProvisionedProductStatus> of(String text) {
        return AwsStatus.of(ProvisionedProductStatus.class, text);
    }
}
