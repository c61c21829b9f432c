package io.catalogimport.validation;

import io.catalogimport.aws.ProvisionedProduct;

/** What is known about this program's earlier imports. Thread-safe. */
public interface EarlierImports {
    /** There were none, or they are not known. */
    EarlierImports UNKNOWN = new EarlierImports() {
        @Override
        public boolean succeeded(String stackArn, ProvisionedProduct product) {
            return false;
        }

        @Override
        public boolean made(String stackArn, ProvisionedProduct product) {
            return false;
        }
    };

    /** Whether this program saw that the stack was imported as the provisioned product. */
    boolean succeeded(String stackArn, ProvisionedProduct product);

    /**
     * Whether an import by this program made the provisioned product, no matter how the import ended. The stack helps
     * to find it.
     */
    boolean made(String stackArn, ProvisionedProduct product);
}
