package io.catalogimport.releasing;

import io.catalogimport.aws.AwsDeniedException;
import io.catalogimport.aws.AwsRefusedException;
import io.catalogimport.aws.CatalogRecord;
import io.catalogimport.aws.ProvisionedProduct;
import io.catalogimport.aws.ProvisionedProductStatus;
import io.catalogimport.aws.RecordStatus;
import io.catalogimport.ledger.Release;
import io.catalogimport.ledger.Remark;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Looks at one release in flight and decides whether it has ended. */
final class ReleaseWatch {
    /** AWS may answer from a copy that lags. So a product that is still there is not there for good. */
    private static final Duration GONE_WITHIN = Duration.ofMinutes(1);

    private final ReleaseGateways gateways;
    private final ReleaseTimes times;
    private final Release releasing;
    private @Nullable String recordId;
    private @Nullable Instant stillThereSince;
    private String lastSeen = "nothing";

    ReleaseWatch(ReleaseGateways gateways, ReleaseTimes times, Release releasing) {
        this.gateways = gateways;
        this.times = times;
        this.releasing = releasing;
        this.recordId = releasing.recordId();
    }

    /** What a look shows. */
    sealed interface Sight {
        /** The provisioned product is gone. */
        record Gone() implements Sight {}

        /** It goes on, by this record if it is known. */
        record GoesOn(@Nullable String recordId) implements Sight {}

        /** AWS has not begun it, as far as can be seen. */
        record NotBegun() implements Sight {}

        /** It has failed, and the provisioned product is there. */
        record Failed(Remark remark) implements Sight {}
    }

    /** Looks once. May throw any {@link io.catalogimport.aws.AwsException}. */
    Sight look() {
        Optional<CatalogRecord> known = record();
        if (known.isPresent()) {
            CatalogRecord found = known.get();
            lastSeen = "record " + found.id() + " " + found.status();
            if (found.status().is(RecordStatus.FAILED)) {
                return new Sight.Failed(failed(found));
            }
            if (!found.status().is(RecordStatus.SUCCEEDED)) {
                return new Sight.GoesOn(recordId);
            }
        }
        Optional<ProvisionedProduct> product = times.ask(() ->
                        gateways.catalog().findProvisionedProduct(releasing.lane(), releasing.provisionedProductId()))
                .filter(found -> !found.status().is(ProvisionedProductStatus.TERMINATED));
        return product.isEmpty() ? new Sight.Gone() : stillThere(product.get(), known.isPresent());
    }

    /** Without permission to read the record, the provisioned product says enough. */
    private Optional<CatalogRecord> record() {
        @Nullable String id = recordId;
        if (id == null) {
            return Optional.empty();
        }
        try {
            return times.ask(() -> gateways.catalog().findRecord(releasing.lane(), id));
        } catch (AwsDeniedException | AwsRefusedException e) {
            return Optional.empty();
        }
    }

    private Sight stillThere(ProvisionedProduct product, boolean hasSucceeded) {
        lastSeen = "provisioned product " + product.id() + " " + product.status();
        if (recordId == null && ReleaseToken.isOlderThan(product, releasing)) {
            // Somebody has asked for something since; most likely this program, and the answer was lost.
            recordId = product.lastRecordId();
            return new Sight.GoesOn(recordId);
        }
        if (product.status().is(ProvisionedProductStatus.UNDER_CHANGE)) {
            return new Sight.GoesOn(recordId);
        }
        if (recordId == null) {
            return new Sight.NotBegun();
        }
        Instant since = stillThereSince == null ? times.now() : stillThereSince;
        stillThereSince = since;
        return times.now().isBefore(since.plus(GONE_WITHIN))
                ? new Sight.GoesOn(recordId)
                : new Sight.Failed(notGone(product, hasSucceeded));
    }

    private Remark notGone(ProvisionedProduct product, boolean hasSucceeded) {
        return new Remark(
                "RELEASE_NOT_DONE",
                "%s, and provisioned product %s is still there, in status %s. Run undo again."
                        .formatted(
                                hasSucceeded
                                        ? "Service Catalog's record " + recordId + " SUCCEEDED"
                                        : "Service Catalog does not show record " + recordId,
                                product.id(),
                                product.status()));
    }

    private static Remark failed(CatalogRecord found) {
        String words = found.errors().stream()
                .map(error -> error.code() + ": " + error.description())
                .collect(Collectors.joining("; "))
                .replaceFirst("\\.+$", "");
        return new Remark(
                "RELEASE_FAILED",
                "Service Catalog's record %s FAILED: %s. The provisioned product is still there. Fix the cause, then run undo again."
                        .formatted(found.id(), words.isEmpty() ? "no reason given" : words));
    }

    /** What was seen last, for the message about a release without an end. */
    String lastSeen() {
        return lastSeen;
    }
}
