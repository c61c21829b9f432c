package io.catalogimport.releasing;

import io.catalogimport.aws.AwsDeniedException;
import io.catalogimport.aws.AwsRefusedException;
import io.catalogimport.aws.Lane;
import io.catalogimport.aws.Page;
import io.catalogimport.aws.ProvisionedProduct;
import io.catalogimport.aws.ProvisionedProductStatus;
import io.catalogimport.importing.IdempotencyToken;
import io.catalogimport.ledger.LedgerEntry;
import io.catalogimport.ledger.Remark;
import io.catalogimport.ledger.Run;
import io.catalogimport.mapping.StackMapping;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Looks, right before a release, whether the provisioned product still is what this program imported: that stack, under that
 * name, product and id. Changes nothing. What cannot be confirmed is not released.
 */
public final class ReleaseCheck {
    /** AWS terminates in these. Source: user guide, "Deleting provisioned products". */
    private static final List<ProvisionedProductStatus> AT_REST = List.of(
            ProvisionedProductStatus.AVAILABLE, ProvisionedProductStatus.TAINTED, ProvisionedProductStatus.ERROR);

    private final ReleaseGateways gateways;
    private final ReleaseTimes times;
    private final StackWitness witness;
    private final Run run;

    public ReleaseCheck(ReleaseGateways gateways, ReleaseTimes times, Run run) {
        this.run = run;
        this.gateways = gateways;
        this.times = times;
        this.witness = new StackWitness(gateways, times);
    }

    ReleaseGateways gateways() {
        return gateways;
    }

    ReleaseTimes times() {
        return times;
    }

    /** What the look has shown. */
    public sealed interface Verdict {

        /**
         * It may be released.
         *
         * @param resources a digest of the stack's resources
         */
        record Releasable(ProvisionedProduct product, String resources) implements Verdict {}

        /** The provisioned product is gone already, and the stack stands. */
        record Gone(Remark remark) implements Verdict {}

        /** It may not be released. */
        record Refused(Remark remark) implements Verdict {}
    }

    /**
     * Looks. May throw any {@link io.catalogimport.aws.AwsException}.
     *
     * @throws io.catalogimport.aws.StopRequestedException if the undo was asked to stop
     */
    public Verdict of(LedgerEntry entry) {
        @Nullable String id = entry.attempt().provisionedProductId();
        if (id == null) {
            return refused(
                    "RELEASE_NOT_CONFIRMED",
                    "The ledger does not know which provisioned product the import made. Terminate it in the console with its resources retained.");
        }
        gateways.identity().requireAccount(entry.lane());
        Optional<ProvisionedProduct> product = times.ask(
                        () -> gateways.catalog().findProvisionedProduct(entry.lane(), id))
                .filter(found -> !found.status().is(ProvisionedProductStatus.TERMINATED));
        return product.isPresent() ? of(entry, product.get()) : ofMissing(entry, id);
    }

    /** One look may be at a copy that lags. */
    private Verdict ofMissing(LedgerEntry entry, String id) {
        if (withStack(entry.lane(), id).isPresent()) {
            return refused(
                    "RELEASE_NOT_CONFIRMED",
                    "AWS shows provisioned product %s in a search and not by its id. Run undo again in some minutes."
                            .formatted(id));
        }
        return witness.isGone(entry.mapping().stackArn())
                ? refused(
                        "RELEASE_ALL_GONE",
                        "Provisioned product %s was gone already when undo came to it, and so is the stack. Undo has asked AWS for nothing. Find out who deleted the stack."
                                .formatted(id))
                : new Verdict.Gone(new Remark(
                        "RELEASED_BY_OTHERS",
                        "Provisioned product %s was gone already when undo came to it. Nothing was asked of AWS."
                                .formatted(id)));
    }

    private Verdict of(LedgerEntry entry, ProvisionedProduct product) {
        StackMapping mapping = entry.mapping();
        if (!mapping.asksFor(product)) {
            return refused(
                    "RELEASE_PRODUCT_DIFFERS",
                    "Provisioned product %s is now named %s and of product %s. It is not what was imported, so it is not touched."
                            .formatted(product.id(), product.name(), product.productId()));
        }
        if (isOfSomebodyElse(product, entry)) {
            return refused(
                    "RELEASE_NOT_OURS",
                    "Provisioned product %s was made by a request that is not of this run: the import found it in place. It is not touched. Terminate it in the console with its resources retained."
                            .formatted(product.id()));
        }
        if (AT_REST.stream().noneMatch(product.status()::is)) {
            return refused(
                    "RELEASE_PRODUCT_STATUS",
                    "Provisioned product %s is %s. Run undo again when that has ended."
                            .formatted(product.id(), product.status()));
        }
        Optional<ProvisionedProduct> found = withStack(entry.lane(), product.id());
        @Nullable String stack = found.map(ProvisionedProduct::physicalId).orElse(null);
        if (stack == null) {
            return refused(
                    "RELEASE_NOT_CONFIRMED",
                    "AWS does not show which stack provisioned product %s has. Run undo again in some minutes."
                            .formatted(product.id()));
        }
        if (!stack.equals(mapping.stackArn().toString())) {
            return refused(
                    "RELEASE_PRODUCT_DIFFERS",
                    "Provisioned product %s now has stack %s. It is not what was imported, so it is not touched."
                            .formatted(product.id(), stack));
        }
        return witness.objection(mapping.stackArn())
                .<Verdict>map(Verdict.Refused::new)
                .orElseGet(() -> new Verdict.Releasable(product, witness.resources(mapping.stackArn())));
    }

    /**
     * After a refusal, an import may have found what somebody else had imported in the same way. Then the row's record is that of
     * the other request, and the product shows the other token. Each later request for the product would have a record of its own.
     */
    private boolean isOfSomebodyElse(ProvisionedProduct product, LedgerEntry entry) {
        @Nullable String token = product.idempotencyToken();
        return token != null
                && Objects.equals(product.lastRecordId(), entry.attempt().recordId())
                && !token.equals(entry.attempt().idempotencyToken())
                && !IdempotencyToken.isOf(token, run.digest(), entry);
    }

    /** Only a search shows the stack. If it finds nothing or AWS refuses it, all provisioned products are looked through. */
    private Optional<ProvisionedProduct> withStack(Lane lane, String id) {
        try {
            Optional<ProvisionedProduct> found =
                    times.ask(() -> gateways.release().search(lane, id));
            if (found.isPresent()) {
                return found;
            }
        } catch (AwsRefusedException | AwsDeniedException e) {
            // The other way may be open.
        }
        @Nullable String token = null;
        do {
            String page = token;
            Page<ProvisionedProduct> products =
                    times.ask(() -> gateways.catalog().provisionedProducts(lane, page));
            Optional<ProvisionedProduct> found = products.items().stream()
                    .filter(each -> each.id().equals(id))
                    .findFirst();
            if (found.isPresent()) {
                return found;
            }
            token = products.nextToken();
        } while (token != null);
        return Optional.empty();
    }

    private static Verdict refused(String code, String message) {
        return new Verdict.Refused(new Remark(code, message));
    }
}
