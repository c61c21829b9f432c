package io.catalogimport.importing;

import io.catalogimport.aws.ProvisionedProduct;
import io.catalogimport.aws.ProvisionedProductStatus;
import io.catalogimport.ledger.Remark;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The record succeeded. Waits until the provisioned product is {@code AVAILABLE}. */
final class AwaitingProduct implements Phase.AfterRecord {
    /** What to do if the catalog shows no end. */
    static final String ADVICE = "Look at it in the AWS console; run again to follow it further.";

    /** AWS may answer from a copy that lags. So a provisioned product that is missing in one look is not gone yet. */
    private static final Duration GONE_AFTER = Duration.ofMinutes(1);

    private final ImportView view;
    private @Nullable ProvisionedProduct justSeen;
    private @Nullable Instant absentSince;
    private String lastSeen = "record SUCCEEDED";

    /**
     * Begins the phase.
     *
     * @param justSeen the provisioned product, if the same look has found it already
     */
    AwaitingProduct(ImportView view, @Nullable ProvisionedProduct justSeen) {
        this.view = view;
        this.justSeen = justSeen;
    }

    @Override
    public Optional<AfterProduct> look() {
        Optional<ProvisionedProduct> product = Optional.ofNullable(justSeen).or(view::provisionedProduct);
        justSeen = null;
        return product.isPresent() ? next(product.get()) : nextWithoutProduct();
    }

    private Optional<AfterProduct> next(ProvisionedProduct product) {
        absentSince = null;
        lastSeen = "record SUCCEEDED, and provisioned product " + product.id() + " " + product.status();
        if (product.status().is(ProvisionedProductStatus.AVAILABLE)) {
            return Optional.of(new AwaitingStack(view));
        }
        boolean isBroken = product.status().is(ProvisionedProductStatus.ERROR)
                || product.status().is(ProvisionedProductStatus.TAINTED);
        return isBroken ? Optional.of(new RollingBack(view, broken(product))) : Optional.empty();
    }

    private static Remark broken(ProvisionedProduct product) {
        String words = product.statusMessage() == null ? "no reason given" : product.statusMessage();
        return new Remark(
                "PROVISIONED_PRODUCT_" + product.status(),
                "Provisioned product %s is %s: %s. Fix it, or terminate it with its resources retained, then run again."
                        .formatted(product.id(), product.status(), words));
    }

    private Optional<AfterProduct> nextWithoutProduct() {
        lastSeen = "record SUCCEEDED, and the provisioned product not found";
        absentSince = absentSince == null ? view.now() : absentSince;
        boolean isGone = !view.now().isBefore(absentSince.plus(GONE_AFTER));
        return isGone ? Optional.of(new RollingBack(view, gone())) : Optional.empty();
    }

    private static Remark gone() {
        return RollingBack.gone("The import succeeded, but its provisioned product no longer exists; it was probably"
                + " terminated and its stack kept");
    }

    @Override
    public Remark timedOut(@Nullable String trouble) {
        return view.timedOut(trouble == null ? lastSeen : trouble, ADVICE);
    }
}
