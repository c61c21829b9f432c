package io.catalogimport.validation;

import io.catalogimport.aws.ProvisionedProduct;

/** What is known of the imports that this program has made before. May be asked by several threads. */
public interface EarlierImports {
    /** There were none, or nobody knows of them. */
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

    /** Whether the stack was seen to be imported as the provisioned product. */
    boolean succeeded(String stackArn, ProvisionedProduct product);

    /** Whether an import by this program, well or badly ended, made the provisioned product; the stack helps to find it. */
    boolean made(String stackArn, ProvisionedProduct product);
}
