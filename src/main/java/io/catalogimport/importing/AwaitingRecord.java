package io.catalogimport.importing;

import io.catalogimport.aws.AwsRefusedException;
import io.catalogimport.aws.CatalogRecord;
import io.catalogimport.aws.ProvisionedProduct;
import io.catalogimport.aws.ProvisionedProductStatus;
import io.catalogimport.aws.RecordStatus;
import io.catalogimport.ledger.Remark;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Waits until the record is {@code SUCCEEDED}. The provisioned product is looked at first, because it may also show
 * that the record succeeded. A call that is saved here can be made at a better time.
 */
final class AwaitingRecord implements Phase {
    /** A new record may not be visible everywhere at once. */
    private static final Duration GRACE = Duration.ofMinutes(1);

    /**
     * Every eighth look asks for the record first, because it may fail while the provisioned product is under change.
     */
    private static final int LOOKS_PER_RECORD = 8;

    private final ImportView view;
    private final Instant began;
    private int looks;
    private String lastSeen = "nothing";

    AwaitingRecord(ImportView view) {
        this.view = view;
        this.began = view.now();
    }

    @Override
    public Optional<AfterRecord> look() {
        looks++;
        ProvisionedProduct product = productBeforeRecord().orElse(null);
        if (product != null && product.status().is(ProvisionedProductStatus.UNDER_CHANGE)) {
            lastSeen = "provisioned product " + product.id() + " UNDER_CHANGE";
            return Optional.empty();
        }
        if (product != null && showsSuccess(product)) {
            return Optional.of(new AwaitingProduct(view, product));
        }
        Optional<CatalogRecord> record = view.record();
        return record.isPresent() ? next(record.get(), product) : nextWithoutRecord();
    }

    /**
     * The provisioned product, if it can save the look at the record. If AWS refuses to show it, the record says more.
     */
    private Optional<ProvisionedProduct> productBeforeRecord() {
        boolean isRecordsTurn = looks % LOOKS_PER_RECORD == 0;
        if (isRecordsTurn
                || view.entry().attempt().recordId() == null
                || view.entry().attempt().provisionedProductId() == null) {
            return Optional.empty();
        }
        try {
            return view.provisionedProduct();
        } catch (AwsRefusedException e) {
            return Optional.empty();
        }
    }

    private boolean showsSuccess(ProvisionedProduct product) {
        return product.status().is(ProvisionedProductStatus.AVAILABLE)
                && Objects.equals(
                        product.lastSuccessfulRecordId(), view.entry().attempt().recordId());
    }

    private Optional<AfterRecord> next(CatalogRecord record, @Nullable ProvisionedProduct product) {
        lastSeen = "record " + record.id() + " " + record.status();
        if (record.status().is(RecordStatus.FAILED)) {
            return Optional.of(new RollingBack(view, failed(record)));
        }
        return record.status().is(RecordStatus.SUCCEEDED)
                ? Optional.of(new AwaitingProduct(view, product))
                : Optional.empty();
    }

    private static Remark failed(CatalogRecord record) {
        String code = record.errors().isEmpty()
                ? "IMPORT_FAILED"
                : record.errors().get(0).code();
        String words = record.errors().stream()
                .map(error -> error.code() + ": " + error.description())
                .collect(Collectors.joining("; "));
        return new Remark(
                code,
                "Service Catalog's record %s FAILED: %s. Fix the cause, then run again."
                        .formatted(record.id(), words.isEmpty() ? "no reason given" : withoutFullStop(words)));
    }

    /** Some of AWS's sentences end with a full stop, some do not. */
    private static String withoutFullStop(String words) {
        return words.replaceFirst("\\.+$", "");
    }

    /** Without a record, the provisioned product alone shows whether the import is done. */
    private Optional<AfterRecord> nextWithoutRecord() {
        Optional<ProvisionedProduct> product = view.provisionedProduct();
        lastSeen = "no record, and provisioned product "
                + product.map(found -> found.status().text()).orElse("not found");
        if (product.isPresent()) {
            return Optional.of(
                    ProvisionedProductSearch.mayBeAsked(product.get(), view.entry())
                            ? new AwaitingProduct(view, null)
                            : new RollingBack(view, notOurs(product.get())));
        }
        return view.now().isAfter(began.plus(GRACE)) ? Optional.of(new RollingBack(view, gone())) : Optional.empty();
    }

    private Remark notOurs(ProvisionedProduct found) {
        return new Remark(
                "RECORD_NOT_FOUND",
                "Service Catalog no longer knows the record%s, and what exists is not what was asked for: %s. See who made it, then fix the row."
                        .formatted(recordId(), ProvisionedProductSearch.words(found)));
    }

    private Remark gone() {
        return RollingBack.gone("Service Catalog knows neither the record%s nor the provisioned product any more"
                .formatted(recordId()));
    }

    private String recordId() {
        String id = view.entry().attempt().recordId();
        return id == null ? "" : " " + id;
    }

    @Override
    public Remark timedOut(@Nullable String trouble) {
        return view.timedOut(trouble == null ? lastSeen : trouble, AwaitingProduct.ADVICE);
    }
}
