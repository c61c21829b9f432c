package io.catalogimport.validation;

import io.catalogimport.aws.ProvisionedProduct;
import io.catalogimport.aws.ProvisionedProductStatus;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The provisioned products of a lane by stack and by name, as they were when the run looked. */
final class ProvisionedProducts {
    private final Map<String, ProvisionedProduct> byPhysicalId = new HashMap<>();
    private final Map<String, ProvisionedProduct> byName = new HashMap<>();

    private ProvisionedProducts() {}

    /** Keeps those that the mappings may ask for. */
    static ProvisionedProducts read(Wanted wanted, Pages<ProvisionedProduct> pages) {
        ProvisionedProducts products = new ProvisionedProducts();
        pages.turn(page -> {
            page.items().stream().filter(found -> isWanted(found, wanted)).forEach(products::add);
            return true;
        });
        return products;
    }

    private static boolean isWanted(ProvisionedProduct found, Wanted wanted) {
        return wanted.isAnything()
                || wanted.stacks().contains(found.physicalId())
                || wanted.names().contains(found.name());
    }

    private void add(ProvisionedProduct product) {
        if (product.status().is(ProvisionedProductStatus.TERMINATED)) {
            return;
        }
        byName.merge(product.name(), product, ProvisionedProducts::thatCounts);
        if (product.physicalId() != null) {
            byPhysicalId.merge(product.physicalId(), product, ProvisionedProducts::thatCounts);
        }
    }

    /** A failed import may have left one behind, next to the one that a later import made. */
    private static ProvisionedProduct thatCounts(ProvisionedProduct one, ProvisionedProduct other) {
        return other.status().is(ProvisionedProductStatus.ERROR) ? one : other;
    }

    Optional<ProvisionedProduct> ofStack(String stackArn) {
        return Optional.ofNullable(byPhysicalId.get(stackArn));
    }

    Optional<ProvisionedProduct> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }
}
