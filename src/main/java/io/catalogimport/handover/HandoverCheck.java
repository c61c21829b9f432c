package io.catalogimport.handover;

import io.catalogimport.aws.AwsDeniedException;
import io.catalogimport.aws.AwsRefusedException;
import io.catalogimport.aws.Lane;
import io.catalogimport.aws.OwnedProduct;
import io.catalogimport.aws.ProvisionedProduct;
import io.catalogimport.aws.ProvisionedProductStatus;
import io.catalogimport.aws.RecordStatus;
import io.catalogimport.aws.VerificationGateway.ProductPage;
import io.catalogimport.ledger.LedgerEntry;
import io.catalogimport.ledger.Remark;
import io.catalogimport.mapping.StackMapping;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Looks whether a provisioned product still is what this program imported: that stack, under that name, product and id; and
 * who owns it. Changes nothing. What cannot be confirmed is not handed over.
 */
final class HandoverCheck {
    private static final List<ProvisionedProductStatus> AT_REST = List.of(
            ProvisionedProductStatus.AVAILABLE, ProvisionedProductStatus.TAINTED, ProvisionedProductStatus.ERROR);

    private final HandoverGateways gateways;
    private final HandoverTimes times;
    private final NewOwner wanted;

    HandoverCheck(HandoverGateways gateways, HandoverTimes times, NewOwner wanted) {
        this.gateways = gateways;
        this.times = times;
        this.wanted = wanted;
    }

    /** What the look has shown. */
    sealed interface Sight {
        /**
         * It is what was imported.
         *
         * @param isDone whether it has the new owner, and the new launch role if one is wanted
         */
        record Confirmed(OwnedProduct found, boolean isDone) implements Sight {}

        /** Somebody changes it now; perhaps a handover that was killed. */
        record UnderChange(Remark remark) implements Sight {}

        /** It may not be handed over. */
        record Refused(Remark remark) implements Sight {}
    }

    /** Looks. May throw any {@link io.catalogimport.aws.AwsException}. */
    Sight of(LedgerEntry entry) {
        @Nullable String id = entry.attempt().provisionedProductId();
        if (id == null) {
            return refused(
                    "HANDOVER_NOT_CONFIRMED",
                    "The ledger does not know which provisioned product the import made. Change its owner in AWS yourself.");
        }
        gateways.identity().requireAccount(entry.lane());
        Optional<OwnedProduct> found = find(entry.lane(), id);
        if (found.isPresent() && !found.get().product().status().is(ProvisionedProductStatus.TERMINATED)) {
            return of(entry, found.get());
        }
        boolean isThere = found.isEmpty()
                && times.ask(() -> gateways.catalog().findProvisionedProduct(entry.lane(), id))
                        .isPresent();
        return isThere
                ? refused(
                        "HANDOVER_NOT_CONFIRMED",
                        "AWS shows provisioned product %s by its id and not in a search, so its stack and its owner are not known. Run handover again in some minutes."
                                .formatted(id))
                : refused(
                        "HANDOVER_PRODUCT_GONE",
                        "Provisioned product %s is gone: somebody has terminated it.".formatted(id));
    }

    private Sight of(LedgerEntry entry, OwnedProduct found) {
        StackMapping mapping = entry.mapping();
        ProvisionedProduct product = found.product();
        if (product.physicalId() == null || found.owner() == null) {
            return refused(
                    "HANDOVER_NOT_CONFIRMED",
                    "AWS does not show the stack and the owner of provisioned product %s. Run handover again in some minutes."
                            .formatted(product.id()));
        }
        if (!mapping.asksFor(product)
                || !product.physicalId().equals(mapping.stackArn().toString())) {
            return refused(
                    "HANDOVER_PRODUCT_DIFFERS",
                    "Provisioned product %s is now named %s, of product %s and of stack %s. It is not what was imported, so it is not touched."
                            .formatted(product.id(), product.name(), product.productId(), product.physicalId()));
        }
        if (product.status().is(ProvisionedProductStatus.UNDER_CHANGE)) {
            return new Sight.UnderChange(busy(status(product)));
        }
        boolean isDone = isDone(entry.lane(), found);
        if (!isDone && isUnderWay(entry, product)) {
            return new Sight.UnderChange(busy("Record %s of provisioned product %s has no end yet"
                    .formatted(product.lastRecordId(), product.id())));
        }
        return isDone || AT_REST.stream().anyMatch(product.status()::is)
                ? new Sight.Confirmed(found, isDone)
                : new Sight.Refused(busy(status(product)));
    }

    /**
     * Whether AWS still works on a request that was made after the import. AWS does not say whether the status shows a change of
     * the owner, so the record is read.
     */
    private boolean isUnderWay(LedgerEntry entry, ProvisionedProduct product) {
        @Nullable String last = product.lastRecordId();
        if (last == null || last.equals(entry.attempt().recordId())) {
            return false;
        }
        try {
            return times.ask(() -> gateways.catalog().findRecord(entry.lane(), last))
                    .filter(found -> !found.status().is(RecordStatus.SUCCEEDED)
                            && !found.status().is(RecordStatus.FAILED))
                    .isPresent();
        } catch (AwsRefusedException | AwsDeniedException e) {
            return false; // Then the owner says enough.
        }
    }

    private static String status(ProvisionedProduct product) {
        return "Provisioned product %s is %s".formatted(product.id(), product.status());
    }

    private static Remark busy(String what) {
        return new Remark("HANDOVER_PRODUCT_STATUS", what + ". Run handover again when that has ended.");
    }

    /** The owner that AWS shows now; empty if it shows none. */
    Optional<String> owner(Lane lane, String id) {
        return find(lane, id).map(OwnedProduct::owner);
    }

    /** Whether AWS shows what is wanted. May throw any {@link io.catalogimport.aws.AwsException}. */
    boolean isDone(Lane lane, String id) {
        return find(lane, id).filter(found -> isDone(lane, found)).isPresent();
    }

    private boolean isDone(Lane lane, OwnedProduct found) {
        boolean isOwner = found.owner() != null && wanted.owner().isSameAs(found.owner());
        return isOwner && (wanted.launchRole().isEmpty() || hasLaunchRole(lane, found.product()));
    }

    private boolean hasLaunchRole(Lane lane, ProvisionedProduct product) {
        return times.ask(() -> gateways.ownership().launchRole(lane, product.id()))
                .filter(shown -> wanted.launchRole().orElseThrow().isSameAs(shown))
                .isPresent();
    }

    /** Only a search shows the owner. If it finds nothing or AWS refuses it, all provisioned products are looked through. */
    private Optional<OwnedProduct> find(Lane lane, String id) {
        try {
            Optional<OwnedProduct> found = times.ask(() -> gateways.products().searchForId(lane, id));
            if (found.isPresent()) {
                return found;
            }
        } catch (AwsRefusedException | AwsDeniedException e) {
            // The other way may be open.
        }
        @Nullable String token = null;
        do {
            String page = token;
            ProductPage products = times.ask(() -> gateways.products().productPage(lane, page));
            Optional<OwnedProduct> found = products.items().stream()
                    .filter(each -> each.product().id().equals(id))
                    .findFirst();
            if (found.isPresent()) {
                return found;
            }
            token = products.nextToken();
        } while (token != null);
        return Optional.empty();
    }

    private static Sight refused(String code, String message) {
        return new Sight.Refused(new Remark(code, message));
    }
}
