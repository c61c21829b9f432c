package io.catalogimport.verification;

import io.catalogimport.aws.AwsCredentialsException;
import io.catalogimport.aws.AwsDeniedException;
import io.catalogimport.aws.AwsException;
import io.catalogimport.aws.AwsRefusedException;
import io.catalogimport.aws.Lane;
import io.catalogimport.aws.OwnedProduct;
import io.catalogimport.aws.ProvisionedProduct;
import io.catalogimport.aws.StackArn;
import io.catalogimport.aws.StackDescription;
import io.catalogimport.aws.StackStatus;
import io.catalogimport.ledger.ImportedRow;
import io.catalogimport.validation.FirstUpdate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares the rows of one lane with AWS. It reads AWS's lists, and asks for single things that are not in them: a list may
 * lag, and nothing counts as missing until a question for it alone says so.
 */
final class LaneVerification {
    private static final Logger log = LoggerFactory.getLogger(LaneVerification.class);

    private final Lane lane;
    private final AwsSources aws;
    private final Optional<String> owner;
    private final Lists lists;
    private final LaneConditions conditions;

    /** What was read of the lane together. */
    private record Lists(ListedProducts products, ListedStacks stacks) {}

    private LaneVerification(Lane lane, AwsSources aws, Optional<String> owner, Lists lists) {
        this.lane = lane;
        this.aws = aws;
        this.owner = owner;
        this.lists = lists;
        this.conditions = new LaneConditions(lane, aws);
    }

    /**
     * Reads what all rows need.
     *
     * @throws AwsException if AWS does not show the provisioned products
     */
    static LaneVerification of(Lane lane, List<ImportedRow> rows, AwsSources aws, Optional<String> owner) {
        ListedProducts products = ListedProducts.read(
                rows, token -> aws.calls().call(lane, () -> aws.verification().productPage(lane, token)));
        return new LaneVerification(lane, aws, owner, new Lists(products, stacks(lane, rows, aws)));
    }

    /** A caller who may describe some stacks may not be allowed to list them all. */
    private static ListedStacks stacks(Lane lane, List<ImportedRow> rows, AwsSources aws) {
        try {
            return ListedStacks.read(
                    rows, token -> aws.calls().call(lane, () -> aws.stacks().livingStacks(lane, token)));
        } catch (AwsDeniedException | AwsRefusedException e) {
            log.info("{}; each stack is asked for by itself", e.getMessage());
            return ListedStacks.none();
        }
    }

    VerifiedRow verified(ImportedRow row) {
        RowComparison comparison = new RowComparison(row);
        Optional<ProvisionedProduct> product = asFarAsTold(comparison, this::compareProduct);
        Optional<StackDescription> stack = asFarAsTold(comparison, this::compareStack);
        if (product.isPresent() && stack.isPresent() && !isUpdated(row, product.get())) {
            comparison.firstUpdate(new FirstUpdate().findings(stack.get(), conditions.of(product.get())));
        }
        return comparison.result();
    }

    /** What was found. What AWS refuses is a part of the comparison. */
    private static <T> Optional<T> asFarAsTold(RowComparison comparison, Function<RowComparison, Optional<T>> part) {
        try {
            return part.apply(comparison);
        } catch (AwsCredentialsException e) {
            throw e;
        } catch (AwsException e) {
            comparison.notTold(e.reasonCode(), e.getMessage() + ".");
            return Optional.empty();
        }
    }

    /** Whether another request than the import has provisioned it. AWS does not say whether the import counts as one. */
    private static boolean isUpdated(ImportedRow row, ProvisionedProduct product) {
        String last = product.lastSuccessfulRecordId();
        return last != null && row.recordId() != null && !last.equals(row.recordId());
    }

    private Optional<ProvisionedProduct> compareProduct(RowComparison comparison) {
        ImportedRow row = comparison.row();
        Optional<OwnedProduct> found = product(row);
        if (found.isPresent()) {
            comparison.with(found.get(), owner);
        } else {
            comparison.withoutProduct(namesake(row), lists.products().ofStack(row));
        }
        return found.map(OwnedProduct::product);
    }

    /** Empty if AWS has it no more. Without a physical id if the search does not show it, although it is there. */
    private Optional<OwnedProduct> product(ImportedRow row) {
        Optional<OwnedProduct> listed = lists.products().of(row);
        if (listed.isPresent()) {
            return listed;
        }
        if (!lists.products().isComplete()) {
            Optional<OwnedProduct> searched = searched(row);
            if (searched.isPresent()) {
                return searched;
            }
        }
        Optional<OwnedProduct> described = described(row);
        return described.isPresent() ? searched(row).or(() -> described) : described;
    }

    private Optional<OwnedProduct> searched(ImportedRow row) {
        String id = row.provisionedProductId();
        return call(() -> id == null
                ? aws.verification().searchForStack(row.mapping().stackArn())
                : aws.verification().searchForId(lane, id));
    }

    private Optional<OwnedProduct> described(ImportedRow row) {
        String id = row.provisionedProductId();
        return call(() -> id == null
                        ? aws.catalog()
                                .findProvisionedProductNamed(lane, row.mapping().provisionedProductName())
                        : aws.catalog().findProvisionedProduct(lane, id))
                .map(product -> new OwnedProduct(product, null));
    }

    /** What has the row's name now. */
    private Optional<OwnedProduct> namesake(ImportedRow row) {
        Optional<OwnedProduct> listed = lists.products().named(row);
        return listed.isPresent() || lists.products().isComplete()
                ? listed
                : call(() -> aws.catalog()
                                .findProvisionedProductNamed(lane, row.mapping().provisionedProductName()))
                        .map(product -> new OwnedProduct(product, null));
    }

    private Optional<StackDescription> compareStack(RowComparison comparison) {
        StackArn arn = comparison.row().mapping().stackArn();
        Optional<StackDescription> found =
                lists.stacks().of(arn).or(() -> call(() -> aws.stacks().describe(arn)));
        if (found.isPresent() && !found.get().status().is(StackStatus.DELETE_COMPLETE)) {
            comparison.with(found.get());
            return found;
        }
        comparison.withoutStack(found, successor(arn));
        return Optional.empty();
    }

    /** The stack that has the name of a deleted one now. */
    private Optional<StackArn> successor(StackArn arn) {
        Optional<StackArn> listed = lists.stacks().named(arn.stackName());
        Optional<StackArn> found = listed.isPresent() || lists.stacks().isComplete()
                ? listed
                : call(() -> aws.verification().stackNamed(lane, arn.stackName()));
        return found.filter(other -> !other.equals(arn));
    }

    private <T> T call(Supplier<T> question) {
        return aws.calls().call(lane, question);
    }
}
