package io.catalogimport.verification;

import io.catalogimport.aws.OwnedProduct;
import io.catalogimport.aws.ProvisionedProduct;
import io.catalogimport.aws.ProvisionedProductStatus;
import io.catalogimport.aws.VerificationGateway.ProductPage;
import io.catalogimport.ledger.ImportedRow;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The provisioned products of a lane that rows are about, from AWS's list of all of them. The list is read page by page,
 * only as long as a page costs less than the questions that it can save: an account may have many more provisioned
 * products than the rows name.
 */
final class ListedProducts {
    private static final int PAGE_SIZE = 100;

    private final Set<String> missing = new HashSet<>();
    private final Set<String> names = new HashSet<>();
    private final Set<String> stacks = new HashSet<>();
    private final Map<String, OwnedProduct> byId = new HashMap<>();
    private final Map<String, OwnedProduct> byName = new HashMap<>();
    private final Map<String, OwnedProduct> byStack = new HashMap<>();
    private int read;
    private boolean complete;

    private ListedProducts(List<ImportedRow> rows) {
        for (ImportedRow row : rows) {
            names.add(row.mapping().provisionedProductName());
            stacks.add(stack(row));
            missing.add(key(row));
        }
    }

    /** @param page asks for the page with this token, or for the first page */
    static ListedProducts read(List<ImportedRow> rows, Function<@Nullable String, ProductPage> page) {
        ListedProducts listed = new ListedProducts(rows);
        @Nullable String token = null;
        do {
            ProductPage next = page.apply(token);
            next.items().forEach(listed::keep);
            listed.read += next.items().size();
            token = next.nextToken();
            listed.complete = token == null;
            if (!listed.isWorthwhile(next.total())) {
                break;
            }
        } while (token != null);
        return listed;
    }

    /**
     * Whether the pages that are left are not more than the provisioned products that are still missing. If AWS does not
     * say how many are left, they count as many as were read.
     */
    private boolean isWorthwhile(int total) {
        int left = total > read ? total - read : read;
        return !missing.isEmpty() && (left + PAGE_SIZE - 1) / PAGE_SIZE <= missing.size();
    }

    private void keep(OwnedProduct found) {
        ProvisionedProduct product = found.product();
        if (product.status().is(ProvisionedProductStatus.TERMINATED)) {
            return;
        }
        boolean isOfStack = product.physicalId() != null && stacks.contains(product.physicalId());
        if (missing.remove(product.id())) {
            byId.put(product.id(), found);
        }
        if (isOfStack) {
            missing.remove(product.physicalId());
            byStack.put(product.physicalId(), found);
        }
        if (names.contains(product.name())) {
            byName.put(product.name(), found);
        }
    }

    /** Rows whose import nobody saw to its end have no id. They are known by their stack. */
    private static String key(ImportedRow row) {
        return row.provisionedProductId() == null ? stack(row) : row.provisionedProductId();
    }

    private static String stack(ImportedRow row) {
        return row.mapping().stackArn().toString();
    }

    /** The provisioned product of the row. */
    Optional<OwnedProduct> of(ImportedRow row) {
        return Optional.ofNullable(
                row.provisionedProductId() == null ? byStack.get(stack(row)) : byId.get(row.provisionedProductId()));
    }

    /** The provisioned product that has the row's name now. */
    Optional<OwnedProduct> named(ImportedRow row) {
        return Optional.ofNullable(byName.get(row.mapping().provisionedProductName()));
    }

    /** The provisioned product that has the row's stack now. */
    Optional<OwnedProduct> ofStack(ImportedRow row) {
        return Optional.ofNullable(byStack.get(stack(row)));
    }

    /** Whether the whole list was read. What is not in it is not there, if the search does not lag. */
    boolean isComplete() {
        return complete;
    }
}
