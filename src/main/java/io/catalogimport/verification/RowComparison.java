package io.catalogimport.verification;

import io.catalogimport.aws.OwnedProduct;
import io.catalogimport.aws.ProvisionedProduct;
import io.catalogimport.aws.ProvisionedProductStatus;
import io.catalogimport.aws.StackArn;
import io.catalogimport.aws.StackDescription;
import io.catalogimport.ledger.ImportedRow;
import io.catalogimport.mapping.StackMapping;
import io.catalogimport.validation.Finding;
import io.catalogimport.verification.VerifiedRow.Result;
import io.catalogimport.verification.VerifiedRow.Seen;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Compares what AWS shows of a row with what the ledger has, and collects what differs. */
final class RowComparison {
    private final ImportedRow row;
    private final StackMapping mapping;
    private final List<Finding> differences = new ArrayList<>();
    private final List<Finding> unknown = new ArrayList<>();
    private final List<Finding> firstUpdate = new ArrayList<>();
    private Seen seen = Seen.NOTHING;

    RowComparison(ImportedRow row) {
        this.row = row;
        this.mapping = row.mapping();
    }

    ImportedRow row() {
        return row;
    }

    /** The provisioned product is there. */
    void with(OwnedProduct found, Optional<String> expectedOwner) {
        ProvisionedProduct product = found.product();
        seen = new Seen(product.id(), found.owner(), product.status().text(), seen.stackStatus());
        compare("STACK_DIFFERS", "stack", mapping.stackArn().toString(), product.physicalId());
        compare("PRODUCT_DIFFERS", "product", mapping.productId(), product.productId());
        compare("VERSION_DIFFERS", "version", mapping.provisioningArtifactId(), product.provisioningArtifactId());
        compare("NAME_DIFFERS", "name", mapping.provisionedProductName(), product.name());
        expectedOwner.ifPresent(owner -> compare("OWNER_DIFFERS", "owner", owner, found.owner()));
        if (!product.status().is(ProvisionedProductStatus.AVAILABLE)) {
            differs(
                    "UNEXPECTED_PRODUCT_STATUS",
                    "Provisioned product %s is %s%s, not AVAILABLE: %s."
                            .formatted(product.id(), product.status(), words(product), advice(product)));
        }
    }

    private void compare(String code, String what, String expected, @Nullable String actual) {
        if (actual == null) {
            notTold(
                    "NOT_SHOWN_BY_AWS",
                    "AWS has provisioned product %s, but does not show its %s now, so it was not compared. Verify again later."
                            .formatted(seen.provisionedProductId(), what));
        } else if (!actual.equals(expected)) {
            differs(
                    code,
                    "The %s of provisioned product %s is %s; expected is %s."
                            .formatted(what, seen.provisionedProductId(), actual, expected));
        }
    }

    private static String words(ProvisionedProduct product) {
        return product.statusMessage() == null ? "" : " (" + product.statusMessage() + ")";
    }

    private static String advice(ProvisionedProduct product) {
        boolean isChanging = product.status().is(ProvisionedProductStatus.UNDER_CHANGE)
                || product.status().is(ProvisionedProductStatus.PLAN_IN_PROGRESS);
        return isChanging
                ? "an operation is in progress, so verify again later"
                : "look in Service Catalog for the reason";
    }

    /**
     * The provisioned product is gone.
     *
     * @param namesake what has its name now
     * @param successor what has its stack now
     */
    void withoutProduct(Optional<OwnedProduct> namesake, Optional<OwnedProduct> successor) {
        String id = row.provisionedProductId();
        differs(
                "MISSING_PROVISIONED_PRODUCT",
                id == null
                        ? "AWS has no provisioned product of this stack."
                        : "Provisioned product %s is gone: somebody has terminated it.".formatted(id));
        namesake.map(OwnedProduct::product)
                .ifPresent(other -> differs(
                        "NAME_OF_ANOTHER_PRODUCT",
                        "The name %s now belongs to provisioned product %s%s."
                                .formatted(
                                        other.name(),
                                        other.id(),
                                        other.physicalId() == null ? "" : " of stack " + other.physicalId())));
        successor
                .map(OwnedProduct::product)
                .ifPresent(other -> differs(
                        "STACK_OF_ANOTHER_PRODUCT",
                        "The stack now belongs to provisioned product %s, named %s, of product %s, version %s."
                                .formatted(
                                        other.id(), other.name(), other.productId(), other.provisioningArtifactId())));
    }

    /** The stack is there. */
    void with(StackDescription stack) {
        seen = withStatus(stack.status().text());
        if (!stack.isImportable()) {
            differs(
                    "UNEXPECTED_STACK_STATUS",
                    "The stack is %s: %s."
                            .formatted(
                                    stack.status(),
                                    stack.isInProgress()
                                            ? "an operation is in progress, so verify again later"
                                            : "look at its events and fix it"));
        }
    }

    /**
     * The stack is gone.
     *
     * @param deleted what AWS still says of it
     * @param successor the stack that has its name now
     */
    void withoutStack(Optional<StackDescription> deleted, Optional<StackArn> successor) {
        seen = withStatus(deleted.map(stack -> stack.status().text()).orElse(null));
        if (successor.isPresent()) {
            differs(
                    "STACK_REPLACED",
                    "The stack was deleted, and another one was created under its name: %s. The provisioned product does not follow it. Terminate the provisioned product with its resources retained, then import the new stack."
                            .formatted(successor.get()));
        } else {
            differs(
                    "MISSING_STACK",
                    "The stack is gone: %s. Terminate the provisioned product with its resources retained."
                            .formatted(deleted.isPresent() ? "it was deleted" : "AWS does not know its ARN"));
        }
    }

    private Seen withStatus(@Nullable String stackStatus) {
        return new Seen(seen.provisionedProductId(), seen.owner(), seen.productStatus(), stackStatus);
    }

    private void differs(String code, String sentence) {
        differences.add(new Finding(Finding.Severity.REASON, code, sentence));
    }

    /** AWS does not tell a part of it. */
    void notTold(String code, String sentence) {
        Finding why = new Finding(Finding.Severity.REASON, code, sentence);
        if (!unknown.contains(why)) {
            unknown.add(why);
        }
    }

    /** What the first update will meet. */
    void firstUpdate(List<Finding> met) {
        firstUpdate.addAll(met);
    }

    VerifiedRow result() {
        List<Finding> findings = new ArrayList<>(differences);
        findings.addAll(unknown);
        Result result =
                !differences.isEmpty() ? Result.DIFFERS : unknown.isEmpty() ? Result.MATCHES : Result.NOT_CHECKED;
        return new VerifiedRow(row, result, findings, seen, firstUpdate);
    }
}
