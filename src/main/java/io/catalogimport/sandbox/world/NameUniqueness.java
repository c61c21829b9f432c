package io.catalogimport.sandbox.world;

/**
 * The scope in which a provisioned product's name is unique. AWS's page says: in the account. Service Catalog is a regional service,
 * so it may well be in the region.
 */
public enum NameUniqueness {
    /** An account and region. */
    REGION,
    /** An account, with all its regions. */
    ACCOUNT;

    /** Whether a name may be used only once in both places together. */
    boolean isOne(Location one, Location other) {
        return this == ACCOUNT ? one.account().equals(other.account()) : one.equals(other);
    }
}
