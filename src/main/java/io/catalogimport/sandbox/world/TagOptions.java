package io.catalogimport.sandbox.world;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The TagOptions of one location, and which portfolios and products have them. */
public final class TagOptions {
    private final Map<String, TagOption> byId = new LinkedHashMap<>();
    private final Map<String, Set<TagOption>> byResource = new LinkedHashMap<>();

    /** A key and one of the values that it may have. */
    public record TagOption(String id, String key, String value) {}

    public void add(TagOption option) {
        byId.put(option.id(), option);
    }

    public List<TagOption> all() {
        return new ArrayList<>(byId.values());
    }

    public Optional<TagOption> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The options of a portfolio or a product. */
    public Collection<TagOption> of(String resourceId) {
        return List.copyOf(byResource.getOrDefault(resourceId, Set.of()));
    }

    public void associate(String resourceId, TagOption option) {
        byResource.computeIfAbsent(resourceId, id -> new LinkedHashSet<>()).add(option);
    }

    /**
     * The values that each key may have at a launch. A key of portfolio and product has the values that both have. If there
     * are none, that is a conflict, which AWS shows as a key without values. AWS documents the conflict, but not that the
     * values are those of both.
     */
    Map<String, List<String>> atLaunch(String portfolioId, String productId) {
        Map<String, Set<String>> ofPortfolio = values(portfolioId);
        Map<String, Set<String>> ofProduct = values(productId);
        Map<String, List<String>> all = new LinkedHashMap<>();
        ofPortfolio.forEach((key, values) -> all.put(key, List.copyOf(values)));
        ofProduct.forEach((key, values) -> all.merge(key, List.copyOf(values), (own, others) -> own.stream()
                .filter(others::contains)
                .toList()));
        return all;
    }

    private Map<String, Set<String>> values(String resourceId) {
        Map<String, Set<String>> values = new LinkedHashMap<>();
        of(resourceId).forEach(option -> values.computeIfAbsent(option.key(), key -> new LinkedHashSet<>())
                .add(option.value()));
        return values;
    }
}
