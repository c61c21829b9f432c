package io.catalogimport.validation;

import io.catalogimport.aws.ProvisionedProduct;

/** Earlier imports of one provisioned product, in a test. */
record KnownBefore(String id, boolean isMade, boolean isSucceeded) implements EarlierImports {

    /** An attempt of ours made it, and did not end well. */
    static EarlierImports made(String id) {
        return new KnownBefore(id, true, false);
    }

    /** It was seen to be imported. */
    static EarlierImports succeeded(String id) {
        return new KnownBefore(id, true, true);
    }

    @Override
    public boolean succeeded(String stackArn, ProvisionedProduct product) {
        return isSucceeded && product.id().equals(id);
    }

    @Override
    public boolean made(String stackArn, ProvisionedProduct product) {
        return isMade && product.id().equals(id);
    }
}
