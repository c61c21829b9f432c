package io.catalogimport.aws;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A Service Catalog in which the products can be launched that the test adds, with versions of these names. */
public final class FakeInventory implements InventoryGateway {
    private final List<LaunchableProduct> products = new ArrayList<>();
    private final List<String> calls = new ArrayList<>();
    private @Nullable AwsException refusal;

    /** A product prod-1, prod-2 and so on, whose versions are pa-1-1, pa-1-2 and so on, the oldest first. */
    public void add(String name, String... versions) {
        int number = products.size() + 1;
        List<LaunchableProduct.Version> all = new ArrayList<>();
        for (String version : versions) {
            int place = all.size() + 1;
            all.add(new LaunchableProduct.Version(
                    "pa-%d-%d".formatted(number, place), version, Instant.EPOCH.plusSeconds(place), false));
        }
        products.add(new LaunchableProduct("prod-" + number, name, List.of("blocks"), all));
    }

    /** From now on, AWS does not list the products. */
    public void refuses(AwsException refused) {
        refusal = refused;
    }

    /** The operations in the order in which they were asked for. */
    public List<String> calls() {
        return calls;
    }

    @Override
    public Page<ListedStack> stacks(Lane lane, @Nullable String pageToken) {
        return new Page<>(List.of(), null);
    }

    @Override
    public Page<ProductName> launchableProducts(Lane lane, @Nullable String pageToken) {
        calls.add("launchableProducts");
        if (refusal != null) {
            throw refusal;
        }
        return new Page<>(
                products.stream()
                        .map(product -> new ProductName(product.id(), product.name()))
                        .toList(),
                null);
    }

    @Override
    public LaunchableProduct launchableProduct(Lane lane, ProductName product) {
        calls.add("launchableProduct " + product.id());
        return products.stream()
                .filter(each -> each.id().equals(product.id()))
                .findFirst()
                .orElseThrow(() -> AwsFailures.refused("ResourceNotFoundException"));
    }
}
