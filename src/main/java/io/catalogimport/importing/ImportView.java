package io.catalogimport.importing;

import io.catalogimport.aws.CatalogRecord;
import io.catalogimport.aws.ProvisionedProduct;
import io.catalogimport.aws.ProvisionedProductStatus;
import io.catalogimport.aws.StackDescription;
import io.catalogimport.ledger.LedgerEntry;
import io.catalogimport.ledger.Remark;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** What AWS shows of one import. Each method that asks AWS may throw any {@link io.catalogimport.aws.AwsException}. */
record ImportView(Gateways gateways, Clock clock, ImportSettings settings, LedgerEntry entry) {

    Instant now() {
        return clock.instant();
    }

    /** The record of the request; empty if AWS does not know it or never gave its id. */
    Optional<CatalogRecord> record() {
        String id = entry.attempt().recordId();
        return id == null ? Optional.empty() : gateways.catalog().findRecord(entry.lane(), id);
    }

    /** The provisioned product, found by its id, or by its name if AWS never gave the id; empty if there is none. */
    Optional<ProvisionedProduct> provisionedProduct() {
        String id = entry.attempt().provisionedProductId();
        Optional<ProvisionedProduct> found = id == null
                ? gateways.catalog()
                        .findProvisionedProductNamed(
                                entry.lane(), entry.mapping().provisionedProductName())
                : gateways.catalog().findProvisionedProduct(entry.lane(), id);
        return found.filter(product -> !product.status().is(ProvisionedProductStatus.TERMINATED));
    }

    /** The stack; empty if there is none. */
    Optional<StackDescription> stack() {
        return gateways.stacks().describe(entry.mapping().stackArn());
    }

    /** The remark on an import that did not end in time. */
    Remark timedOut(String lastSeen, String advice) {
        return new Remark(
                "TIMED_OUT",
                "The import did not end within %s. Last seen: %s. %s"
                        .formatted(DurationWords.of(settings.timeout()), lastSeen, advice));
    }
}
