package io.catalogimport.discovery;

import io.catalogimport.aws.InventoryGateway.ProductName;
import io.catalogimport.aws.LaunchableProduct;
import java.util.Set;

/**
 * Which products may be proposed. Of a kind of which nothing is named, all may.
 *
 * @param products ids or names
 * @param portfolios names
 */
public record ProductFilter(Set<String> products, Set<String> portfolios) {
    public static final ProductFilter ALL = new ProductFilter(Set.of(), Set.of());

    public ProductFilter {
        products = Set.copyOf(products);
        portfolios = Set.copyOf(portfolios);
    }

    boolean takes(ProductName product) {
        return products.isEmpty() || products.contains(product.id()) || products.contains(product.name());
    }

    boolean takes(LaunchableProduct product) {
        return takes(new ProductName(product.id(), product.name()))
                && (portfolios.isEmpty() || product.portfolios().stream().anyMatch(portfolios::contains));
    }
}
