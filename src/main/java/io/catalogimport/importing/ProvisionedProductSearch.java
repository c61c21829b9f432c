package io.catalogimport.importing;

import io.catalogimport.aws.AwsDeniedException;
import io.catalogimport.aws.AwsException;
import io.catalogimport.aws.AwsRefusedException;
import io.catalogimport.aws.CatalogGateway;
import io.catalogimport.aws.Page;
import io.catalogimport.aws.ProvisionedProduct;
import io.catalogimport.ledger.LedgerEntry;
import io.catalogimport.mapping.StackMapping;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds what an import has left behind when its answer was lost, or when AWS refuses it because something exists. There
 * are three ways to look. If AWS refuses one, the others are tried.
 */
final class ProvisionedProductSearch {
    private static final Logger log = LoggerFactory.getLogger(ProvisionedProductSearch.class);

    private final CatalogGateway catalog;

    ProvisionedProductSearch(CatalogGateway catalog) {
        this.catalog = catalog;
    }

    /** What the search found out. */
    sealed interface Result {

        /**
         * There is a provisioned product with the entry's stack. Because the search may lag, one with the name counts
         * too.
         */
        record Found(ProvisionedProduct product) implements Result {}

        /** AWS knows of none now. */
        record NotThere() implements Result {}

        /** AWS refused every way to look. */
        record NotKnown(AwsException refusal) implements Result {}

        /** The product, if one was found. */
        default Optional<ProvisionedProduct> found() {
            return this instanceof Found found ? Optional.of(found.product()) : Optional.empty();
        }
    }

    /**
     * Searches by stack. If that finds nothing, it searches by name, and then through all provisioned products of the
     * lane. AWS does not document how a search by physical id treats an ARN. It may refuse it, or find nothing.
     *
     * @throws io.catalogimport.aws.AwsBusyException if AWS can be asked again later
     * @throws io.catalogimport.aws.LaneClosedException if AWS cannot be asked in the lane
     */
    Result find(LedgerEntry entry) {
        try {
            Optional<ProvisionedProduct> ofStack =
                    catalog.searchByPhysicalId(entry.mapping().stackArn());
            if (ofStack.isPresent()) {
                return new Result.Found(ofStack.get());
            }
        } catch (AwsDeniedException | AwsRefusedException e) {
            log.debug("{}; looking by name", e.getMessage());
        }
        try {
            return result(catalog.findProvisionedProductNamed(
                    entry.lane(), entry.mapping().provisionedProductName()));
        } catch (AwsDeniedException | AwsRefusedException e) {
            log.debug("{}; looking through all", e.getMessage());
        }
        try {
            return result(amongAll(entry));
        } catch (AwsDeniedException | AwsRefusedException e) {
            return new Result.NotKnown(e);
        }
    }

    private static Result result(Optional<ProvisionedProduct> found) {
        return found.<Result>map(Result.Found::new).orElseGet(Result.NotThere::new);
    }

    private Optional<ProvisionedProduct> amongAll(LedgerEntry entry) {
        String token = null;
        do {
            Page<ProvisionedProduct> page = catalog.provisionedProducts(entry.lane(), token);
            Optional<ProvisionedProduct> found =
                    page.items().stream().filter(each -> concerns(each, entry)).findFirst();
            if (found.isPresent()) {
                return found;
            }
            token = page.nextToken();
        } while (token != null);
        return Optional.empty();
    }

    private static boolean concerns(ProvisionedProduct product, LedgerEntry entry) {
        return entry.mapping().stackArn().toString().equals(product.physicalId())
                || entry.mapping().provisionedProductName().equals(product.name());
    }

    /** Whether it is exactly what the entry asks for. The stack or our own token is the proof. */
    static boolean isExactlyAsked(ProvisionedProduct found, LedgerEntry entry) {
        StackMapping mapping = entry.mapping();
        boolean ours = mapping.stackArn().toString().equals(found.physicalId())
                || (found.idempotencyToken() != null
                        && found.idempotencyToken().equals(entry.attempt().idempotencyToken()));
        return ours
                && mapping.asksFor(found)
                && mapping.provisioningArtifactId().equals(found.provisioningArtifactId());
    }

    /**
     * Whether it can be what the entry asks for: all that AWS shows of it agrees. That is enough if it was found by the
     * id that AWS gave.
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

    /** The product in words, for messages. */
    static String words(ProvisionedProduct found) {
        return "provisioned product %s named %s of product %s, version %s, in status %s"
                .formatted(found.id(), found.name(), found.productId(), found.provisioningArtifactId(), found.status());
    }
}
