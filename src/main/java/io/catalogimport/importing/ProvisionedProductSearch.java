package io.catalogimport.importing;

import io.catalogimport.aws.AwsRefusedException;
import io.catalogimport.aws.CatalogGateway;
import io.catalogimport.aws.ProvisionedProduct;
import io.catalogimport.ledger.LedgerEntry;
import io.catalogimport.mapping.StackMapping;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

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

    /**
     * Whether nothing that is told of it speaks against its being what the entry asks for. Enough where it was found by
     * the id that AWS gave for it.
     */
    static boolean mayBeAsked(ProvisionedProduct found, LedgerEntry entry) {
        StackMapping mapping = entry.mapping();
        return isOrIsNotTold(mapping.stackArn().toString(), found.physicalId())
                && isOrIsNotTold(mapping.productId(), found.productId())
                && isOrIsNotTold(mapping.provisioningArtifactId(), found.provisioningArtifactId())
                && mapping.provisionedProductName().equals(found.name())
                && (entry.attempt().provisionedProductId() != null
                        || isOrIsNotTold(String.valueOf(entry.attempt().idempotencyToken()), found.idempotencyToken()));
    }

    private static boolean isOrIsNotTold(String asked, @Nullable String told) {
        return told == null || told.equals(asked);
    }

    /** For people. */
    static String words(ProvisionedProduct found) {
        return "provisioned product %s named %s of product %s, version %s, in status %s"
                .formatted(found.id(), found.name(), found.productId(), found.provisioningArtifactId(), found.status());
    }
}
