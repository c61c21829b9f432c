package io.catalogimport.aws;

/** The statuses of a provisioned product. Source: API reference of ProvisionedProductDetail, unless said otherwise. */
public enum ProvisionedProductStatus {
    AVAILABLE,
    UNDER_CHANGE,
    /** Works, but the last update failed. */
    TAINTED,
    ERROR,
    PLAN_IN_PROGRESS,
    /** Not on any page of AWS. If it is ever seen, the provisioned product counts as gone. */
    TERMINATED;

    /** The status that AWS spells like this. */
    public static AwsStatus<ProvisionedProductStatus> of(String text) {
        return AwsStatus.of(ProvisionedProductStatus.class, text);
    }
}
