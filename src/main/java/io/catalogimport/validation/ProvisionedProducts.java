package io.catalogimport.validation;

import io.catalogimport.aws.ProvisionedProduct;
import io.catalogimport.mapping.StackMapping;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The provisioned products of a lane, as they were when the run looked, by stack and by name. */
final class ProvisionedProducts {
    private final Map<String, ProvisionedProduct> byPhysicalId = new HashMap<>();
    private final Map<String, ProvisionedProduct> byName = new HashMap<>();

    private ProvisionedProducts() {}

    /** Keeps those that the mappings may ask for; all where there are none, because it is not known which will ask. */
    static ProvisionedProducts read(List<StackMapping> wanted, Pages<ProvisionedProduct> pages) {
        Set<String> stacks = new HashSet<>();
        Set<String> names = new HashSet<>();
        wanted.forEach(mapping -> {
            stacks.add(mapping.stackArn().toString());
            names.add(mapping.provisionedProductName());
        });
        ProvisionedProducts products = new ProvisionedProducts();
        pages.turn(page -> {
            page.items().stream()
                    .filter(found ->
                            wanted.isEmpty() || stacks.contains(found.physicalId()) || names.contains(found.name()))
                    .forEach(products::add);
            return true;
        });
        return products;
    }

    private void add(ProvisionedProduct product) {
        if ("TERMINATED".equals(product.status())) {
            return;
        }
        byName.merge(product.name(), product, ProvisionedProducts::thatCounts);
        if (product.physicalId() != null) {
            byPhysicalId.merge(product.physicalId(), product, ProvisionedProducts::thatCounts);
        }
    }

    /** A failed import may have left one behind beside the one that a later import made. */
    private static ProvisionedProduct thatCounts(ProvisionedProduct one, ProvisionedProduct other) {
        return other.status().equals("ERROR") ? one : other;
    }

    Optional<ProvisionedProduct> ofStack(String stackArn) {
        return Optional.ofNullable(byPhysicalId.get(stackArn));
    }

    Optional<ProvisionedProduct> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }
}
