package io.catalogimport.importing;

import io.catalogimport.aws.AwsBusyException;
import io.catalogimport.aws.AwsDeniedException;
import io.catalogimport.aws.AwsException;
import io.catalogimport.aws.AwsRefusedException;
import io.catalogimport.aws.CatalogGateway;
import io.catalogimport.aws.CatalogRecord;
import io.catalogimport.aws.LaneClosedException;
import io.catalogimport.aws.ProvisionedProduct;
import io.catalogimport.aws.ProvisionedProductStatus;
import io.catalogimport.aws.RecordStatus;
import io.catalogimport.aws.StackGateway;
import io.catalogimport.ledger.LedgerEntry;
import io.catalogimport.ledger.Remark;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at one import in flight and decides, from record, provisioned product and stack, whether it has ended. What has
 * once been seen to be right is not asked for again. The provisioned product is looked at first, because it may also show
 * that the record succeeded: every call saved is one that can be made at a better time.
 */
final class ImportWatch {
    private static final Logger log = LoggerFactory.getLogger(ImportWatch.class);

    /** A new record may not be visible everywhere at once. */
    private static final Duration RECORD_GRACE = Duration.ofMinutes(1);

    /** Reading replicas may lag, so a provisioned product that is not found once is not gone yet. */
    private static final Duration GONE_AFTER = Duration.ofMinutes(1);

    /** A permission that is missing for longer than this was not granted a moment ago. */
    private static final Duration DENIED_AFTER = Duration.ofMinutes(1);

    /** Every so many looks the record is asked for, should it fail while the provisioned product is still under change. */
    private static final int LOOKS_A_RECORD = 8;

    private final CatalogGateway catalog;
    private final Clock clock;
    private final ImportSettings settings;
    private final LedgerEntry entry;
    private final boolean isFresh;
    private final StackWatch stack;
    private final Instant began;

    private int looks;
    private boolean recordSucceeded;
    private boolean productAvailable;
    private @Nullable Instant absentSince;
    private Instant lastAnswer;
    private @Nullable Remark failure;
    private String lastSeen = "nothing";

    /**
     * The import that is looked at.
     *
     * @param isFresh whether this start has submitted it
     */
    record Followed(LedgerEntry entry, boolean isFresh) {}

    ImportWatch(CatalogGateway catalog, StackGateway stacks, Clock clock, ImportSettings settings, Followed followed) {
        this.catalog = catalog;
        this.clock = clock;
        this.settings = settings;
        this.entry = followed.entry();
        this.isFresh = followed.isFresh();
        this.stack = new StackWatch(stacks, clock, settings, entry);
        this.began = clock.instant();
        this.lastAnswer = began;
    }

    /** Looks once; empty while there is no end. Never answers Suspended. */
    Optional<ImportOutcome> look() {
        Optional<ImportOutcome> end = Optional.empty();
        try {
            end = lookAtAll();
            lastAnswer = clock.instant();
        } catch (LaneClosedException e) {
            return Optional.of(cannotLook(e));
        } catch (AwsBusyException | AwsRefusedException | AwsDeniedException e) {
            if (!clock.instant().isBefore(lastAnswer.plus(patience(e)))) {
                return Optional.of(cannotLook(e));
            }
            log.info("{}; looking again later", e.getMessage());
            lastSeen = String.valueOf(e.getMessage());
        }
        if (end.isEmpty() && !clock.instant().isBefore(deadline())) {
            return Optional.of(failure == null ? unresolved() : stillRollingBack(failure));
        }
        return end;
    }

    /**
     * How long a look may fail. An import that was just begun is worth waiting for; one of an earlier start, whose lane
     * does not answer, would only keep other lanes waiting.
     */
    private Duration patience(AwsException e) {
        if (e instanceof AwsDeniedException) {
            return DENIED_AFTER;
        }
        return e instanceof AwsBusyException busy && !isFresh
                ? settings.patience().with(busy)
                : settings.timeout();
    }

    private static ImportOutcome cannotLook(AwsException e) {
        return new ImportOutcome.Unresolved(new Remark(
                e.reasonCode(), e.getMessage() + ". Fix that, then run again to follow the import further."));
    }

    /** The wait, or what is left until the deadline if that is less. */
    Duration shortenedToDeadline(Duration wait) {
        Duration left = Duration.between(clock.instant(), deadline());
        return left.compareTo(wait) < 0 ? left : wait;
    }

    private Instant deadline() {
        return began.plus(settings.timeout());
    }

    private Optional<ImportOutcome> lookAtAll() {
        if (failure == null && !productAvailable) {
            lookAtCatalog();
        }
        if (failure != null) {
            return stack.isAtRest() ? Optional.of(new ImportOutcome.Failed(failure)) : Optional.empty();
        }
        return productAvailable ? lookAtStack() : Optional.empty();
    }

    private void lookAtCatalog() {
        looks++;
        Optional<ProvisionedProduct> product = recordSucceeded ? findProvisionedProduct() : productBeforeRecord();
        if (!recordSucceeded && product.map(this::isUnderChange).orElse(false)) {
            return;
        }
        recordSucceeded |= product.map(this::tellsOfSuccess).orElse(false);
        if (!recordSucceeded) {
            lookAtRecord();
        }
        if (failure == null && recordSucceeded) {
            judge(product.isPresent() ? product : findProvisionedProduct());
        }
    }

    /** The provisioned product, where it may spare the look at the record; what is wrong with it is the record's to say. */
    private Optional<ProvisionedProduct> productBeforeRecord() {
        boolean isRecordsTurn = looks % LOOKS_A_RECORD == 0;
        if (isRecordsTurn
                || entry.attempt().recordId() == null
                || entry.attempt().provisionedProductId() == null) {
            return Optional.empty();
        }
        try {
            return findProvisionedProduct();
        } catch (AwsRefusedException e) {
            return Optional.empty();
        }
    }

    private boolean isUnderChange(ProvisionedProduct product) {
        boolean isUnderChange = product.status().is(ProvisionedProductStatus.UNDER_CHANGE);
        if (isUnderChange) {
            lastSeen = "provisioned product " + product.id() + " UNDER_CHANGE";
        }
        return isUnderChange;
    }

    private boolean tellsOfSuccess(ProvisionedProduct product) {
        return product.status().is(ProvisionedProductStatus.AVAILABLE)
                && Objects.equals(
                        product.lastSuccessfulRecordId(), entry.attempt().recordId());
    }

    private void lookAtRecord() {
        String recordId = entry.attempt().recordId();
        Optional<CatalogRecord> found =
                recordId == null ? Optional.empty() : catalog.findRecord(entry.lane(), recordId);
        if (found.isEmpty()) {
            lookWithoutRecord(recordId);
            return;
        }
        CatalogRecord record = found.get();
        lastSeen = "record " + record.id() + " " + record.status();
        recordSucceeded = record.status().is(RecordStatus.SUCCEEDED);
        if (record.status().is(RecordStatus.FAILED)) {
            failure = failed(record);
        }
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
                        .formatted(record.id(), words.isEmpty() ? "no reason given" : clause(words)));
    }

    /** AWS's sentences have an end of their own, or none. */
    private static String clause(String words) {
        return words.replaceFirst("\\.+$", "");
    }

    /** The provisioned product then tells by itself whether the import is done. */
    private void lookWithoutRecord(@Nullable String recordId) {
        Optional<ProvisionedProduct> product = findProvisionedProduct();
        lastSeen = "no record, and provisioned product "
                + product.map(each -> each.status().text()).orElse("not found");
        recordSucceeded = product.isPresent();
        if (product.isPresent() && !ProvisionedProductSearch.mayBeAsked(product.get(), entry)) {
            failure = notOurs(recordId, product.get());
            return;
        }
        boolean graceIsOver = clock.instant().isAfter(began.plus(RECORD_GRACE));
        if (product.isEmpty() && graceIsOver) {
            failure = gone("Service Catalog knows neither the record%s nor the provisioned product any more"
                    .formatted(recordId == null ? "" : " " + recordId));
        }
    }

    private static Remark notOurs(@Nullable String recordId, ProvisionedProduct found) {
        return new Remark(
                "RECORD_NOT_FOUND",
                "Service Catalog no longer knows the record%s, and what exists is not what was asked for: %s. See who made it, then fix the row."
                        .formatted(recordId == null ? "" : " " + recordId, ProvisionedProductSearch.words(found)));
    }

    private void judge(Optional<ProvisionedProduct> found) {
        if (found.isEmpty()) {
            lastSeen = "record SUCCEEDED, and the provisioned product not found";
            absentSince = absentSince == null ? clock.instant() : absentSince;
            if (!clock.instant().isBefore(absentSince.plus(GONE_AFTER))) {
                failure = gone("The import succeeded, but its provisioned product no longer exists; it was probably"
                        + " terminated and its stack kept");
            }
            return;
        }
        absentSince = null;
        ProvisionedProduct product = found.get();
        lastSeen = "record SUCCEEDED, and provisioned product " + product.id() + " " + product.status();
        productAvailable = product.status().is(ProvisionedProductStatus.AVAILABLE);
        if (product.status().is(ProvisionedProductStatus.ERROR)
                || product.status().is(ProvisionedProductStatus.TAINTED)) {
            String words = product.statusMessage() == null ? "no reason given" : product.statusMessage();
            failure = new Remark(
                    "PROVISIONED_PRODUCT_" + product.status(),
                    "Provisioned product %s is %s: %s. Fix it, or terminate it with its resources retained, then run again."
                            .formatted(product.id(), product.status(), words));
        }
    }

    private static Remark gone(String what) {
        return new Remark("PROVISIONED_PRODUCT_GONE", what + ". Run again to import the stack anew.");
    }

    private Optional<ProvisionedProduct> findProvisionedProduct() {
        String id = entry.attempt().provisionedProductId();
        Optional<ProvisionedProduct> found = id == null
                ? catalog.findProvisionedProductNamed(
                        entry.lane(), entry.mapping().provisionedProductName())
                : catalog.findProvisionedProduct(entry.lane(), id);
        return found.filter(product -> !product.status().is(ProvisionedProductStatus.TERMINATED));
    }

    private Optional<ImportOutcome> lookAtStack() {
        Optional<ImportOutcome> end = stack.look();
        lastSeen = "record SUCCEEDED, provisioned product AVAILABLE and stack " + stack.status();
        return end;
    }

    private ImportOutcome stillRollingBack(Remark failed) {
        return new ImportOutcome.Unresolved(new Remark(
                failed.code(),
                "%s But its stack has not come to rest within %s: see its events; run again to follow it further."
                        .formatted(failed.message(), DurationWords.of(settings.timeout()))));
    }

    private ImportOutcome unresolved() {
        String advice = productAvailable
                ? " If AWS leaves the status of imported stacks as it was, run again with --completion record."
                : " Look at it in the AWS console; run again to follow it further.";
        return new ImportOutcome.Unresolved(new Remark(
                "TIMED_OUT",
                "No end of the import within %s; last seen: %s.%s"
                        .formatted(DurationWords.of(settings.timeout()), lastSeen, advice)));
    }
}
