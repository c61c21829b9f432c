package io.catalogimport.discovery;

import io.catalogimport.aws.InventoryGateway.ProductName;
import io.catalogimport.aws.LaunchableProduct;
import io.catalogimport.aws.StackArn;
import java.util.Map;
import java.util.Set;

/**
 * Which products may be proposed. Of a kind of which nothing is named, all may.
 *
 * @param products ids or names
 * @param portfolios names
 * @param ofStacks the id or name of the only product that may be proposed for a stack, by the stack's ARN
 */
public record ProductFilter(Set<String> products, Set<String> portfolios, Map<String, String> ofStacks) {
    public static final ProductFilter ALL = new ProductFilter(Set.of(), Set.of());

    public ProductFilter {
        products = Set.copyOf(products);
        portfolios = Set.copyOf(portfolios);
        ofStacks = Map.copyOf(ofStacks);
    }

    public ProductFilter(Set<String> products, Set<String> portfolios) {
        this(products, portfolios, Map.of());
    }

    /** For these stacks, by their ARNs, these products alone; for all others, every product. */
    public static ProductFilter ofStacks(Map<String, String> products) {
        return new ProductFilter(Set.of(), Set.of(), products);
    }

    /** What may be proposed for one stack. */
    ProductFilter of(StackArn stack) {
        String product = ofStacks.get(stack.toString());
        return new ProductFilter(product == null ? products : Set.of(product), portfolios);
    }

    boolean takes(ProductName product) {
        return products.isEmpty() || products.contains(product.id()) || products.contains(product.name());
    }

    boolean takes(LaunchableProduct product) {
        return takes(new ProductName(product.id(), product.name()))
                && (portfolios.isEmpty() || product.portfolios().stream().anyMatch(portfolios::contains));
    }
}
