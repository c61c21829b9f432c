package io.catalogimport.releasing;

import io.catalogimport.aws.ProvisionedProduct;
import io.catalogimport.ledger.Release;
import io.catalogimport.mapping.Sha256;
import java.util.List;

/**
 * The token of one attempt to release: a digest of the provisioned product and of the last request that was made for it. So a
 * repeated request has the same token, and one after a failed termination has another. If a product's token is no longer
 * that of the attempt, a request was made since.
 */
final class ReleaseToken {
    private ReleaseToken() {}

    /** The token for a release of the product as it is now: 64 hexadecimal digits. */
    static String of(ProvisionedProduct product) {
        return Sha256.of(String.join("\n", List.of("release", product.id(), String.valueOf(product.lastRecordId()))));
    }

    /** Whether a request was made for the product since the release was begun. */
    static boolean isOlderThan(ProvisionedProduct product, Release releasing) {
        return !of(product).equals(releasing.token());
    }
}
