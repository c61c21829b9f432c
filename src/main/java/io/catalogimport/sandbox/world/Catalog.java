package io.catalogimport.sandbox.world;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The products and portfolios of one location. */
public final class Catalog {
    private final Location location;
    private final Map<String, SandboxProduct> products = new LinkedHashMap<>();
    private final Map<String, Portfolio> portfolios = new LinkedHashMap<>();
    private final TagOptions tagOptions = new TagOptions();

    Catalog(Location location) {
        this.location = location;
    }

    public void add(SandboxProduct product) {
        products.put(product.id(), product);
    }

    public void add(Portfolio portfolio) {
        portfolios.put(portfolio.id(), portfolio);
    }

    public Optional<SandboxProduct> product(String id) {
        return Optional.ofNullable(products.get(id));
    }

    public Optional<Portfolio> portfolio(String id) {
        return Optional.ofNullable(portfolios.get(id));
    }

    public List<SandboxProduct> products() {
        return new ArrayList<>(products.values());
    }

    public List<Portfolio> portfolios() {
        return new ArrayList<>(portfolios.values());
    }

    public TagOptions tagOptions() {
        return tagOptions;
    }

    public List<SandboxLaunchPath> launchPaths(String productId, String principalArn) {
        return portfolios.values().stream()
                .filter(portfolio -> portfolio.hasProduct(productId) && portfolio.isOpenTo(principalArn))
                .map(portfolio -> new SandboxLaunchPath(
                        Ids.derived("lpv3-", location, "path", portfolio.id() + "/" + productId),
                        portfolio.presentation().displayName(),
                        portfolio.constraints(productId),
                        tagOptions.atLaunch(portfolio.id(), productId)))
                .toList();
    }
}
