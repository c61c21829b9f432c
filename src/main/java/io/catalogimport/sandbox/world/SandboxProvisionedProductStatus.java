package io.catalogimport.sandbox.world;

/** The state of a provisioned product as Service Catalog shows it. */
public enum SandboxProvisionedProductStatus {
    AVAILABLE,
    UNDER_CHANGE,
    TAINTED,
    ERROR
}
