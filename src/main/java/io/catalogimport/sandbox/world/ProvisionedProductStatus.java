package io.catalogimport.sandbox.world;

/** The state of a provisioned product as Service Catalog shows it. */
public enum ProvisionedProductStatus {
    AVAILABLE,
    UNDER_CHANGE,
    TAINTED,
    ERROR
}
