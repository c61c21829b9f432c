package io.catalogimport.importing;

import io.catalogimport.aws.AwsRefusedException;
import io.catalogimport.aws.CatalogGateway;
import io.catalogimport.aws.ProvisionedProduct;
import io.catalogimport.ledger.LedgerEntry;
import io.catalogimport.mapping.StackMapping;
import java.util.Optional;
import java.util.function.Supplier;

/** Finds what an import whose answer was lost, or that AWS refuses because something exists, has left behind. */
final class ProvisionedProductSearch {
    private final CatalogGateway catalog;

    ProvisionedProductSearch(CatalogGateway catalog) {
        this.catalog = catalog;
    }

    /** The provisioned product of the entry's stack or, the search being said to lag, that of its name. */
    Optional<ProvisionedProduct> find(LedgerEntry entry) {
        StackMapping mapping = entry.mapping();
        return orEmpty(() -> catalog.searchByPhysicalId(mapping.stackArn()))
                .or(() -> orEmpty(
                        () -> catalog.findProvisionedProductNamed(entry.lane(), mapping.provisionedProductName())));
    }

    /** A stand-in for AWS may lack an operation; the other one may still know. */
    private static Optional<ProvisionedProduct> orEmpty(Supplier<Optional<ProvisionedProduct>> lookUp) {
        try {
            return lookUp.get();
        } catch (AwsRefusedException e) {
            if (e.isUnknownOperation()) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Whether it is what the entry asks for, with the stack or our own token as the proof. */
    static boolean isExactlyAsked(ProvisionedProduct found, LedgerEntry entry) {
        StackMapping mapping = entry.mapping();
        boolean ours = mapping.stackArn().toString().equals(found.physicalId())
                || (found.idempotencyToken() != null
                        && found.idempotencyToken().equals(entry.attempt().idempotencyToken()));
        return ours
                && mapping.productId().equals(found.productId())
                && mapping.provisioningArtifactId().equals(found.provisioningArtifactId())
                && mapping.provisionedProductName().equals(found.name());
    }
}
