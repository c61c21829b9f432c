package io.catalogimport.validation;

import io.catalogimport.aws.AwsDeniedException;
import io.catalogimport.aws.AwsRefusedException;
import io.catalogimport.aws.InventoryGateway.ProductName;
import io.catalogimport.aws.LaunchableProduct.Version;
import io.catalogimport.aws.Product;
import io.catalogimport.mapping.StackMapping;
import io.catalogimport.mapping.VersionNames;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the ids of a product and a version that a mapping names. Ids differ from account to account and from region to region,
 * so each lane is asked for itself. Service Catalog allows a name twice, and only the user knows which one is meant.
 */
final class NameLookup {
    private static final int SHOWN = 5;

    private final LaneFacts facts;
    private final StackMapping mapping;
    private final List<Finding> findings = new ArrayList<>();

    private NameLookup(LaneFacts facts, StackMapping mapping) {
        this.facts = facts;
        this.mapping = mapping;
    }

    /**
     * A mapping with all ids that were found.
     *
     * @param findings why ids were not found
     */
    record Found(StackMapping mapping, List<Finding> findings) {
        Found {
            findings = List.copyOf(findings);
        }
    }

    /** Asks AWS only if the mapping lacks an id. */
    static Found in(LaneFacts facts, StackMapping mapping) {
        return new NameLookup(facts, mapping).found();
    }

    private Found found() {
        String product = mapping.productId().isEmpty()
                ? asked(() -> product(mapping.names().product()))
                : mapping.productId();
        String version = mapping.provisioningArtifactId().isEmpty()
                ? asked(() ->
                        isThere(product) ? version(product, mapping.names().provisioningArtifact()) : "")
                : mapping.provisioningArtifactId();
        return new Found(mapping.with(product, version), findings);
    }

    private String asked(Supplier<String> question) {
        try {
            return question.get();
        } catch (AwsDeniedException | AwsRefusedException e) {
            findings.add(Finding.reason(
                    e.reasonCode(), e.getMessage() + ". So a name cannot be looked up: give the ids instead."));
            return "";
        }
    }

    /** Of a product that is not there, a rule says so. */
    private boolean isThere(String product) {
        return !product.isEmpty()
                && (mapping.productId().isEmpty() || facts.product(product).isPresent());
    }

    private String product(String name) {
        List<ProductName> all = facts.launchableProducts();
        List<ProductName> same = all.stream()
                .filter(product -> VersionNames.isSame(name, product.name()))
                .toList();
        if (same.size() == 1) {
            return same.get(0).id();
        }
        Optional<String> imported = same.isEmpty() ? imported(name) : Optional.empty();
        if (imported.isPresent()) {
            return imported.get();
        }
        findings.add(
                same.isEmpty()
                        ? Finding.reason(
                                "PRODUCT_NAME_UNKNOWN",
                                "These credentials can launch no product named '%s' in %s: check the name and the access to the portfolio. %s"
                                        .formatted(
                                                name,
                                                lane(),
                                                candidates(name, all.stream().map(ProductName::name))))
                        : Finding.reason(
                                "PRODUCT_NAME_AMBIGUOUS",
                                "Several products in %s are named '%s': %s. Give the product_id of the one that is meant."
                                        .formatted(
                                                lane(),
                                                name,
                                                same.stream()
                                                        .map(ProductName::id)
                                                        .collect(Collectors.joining(", ")))));
        return "";
    }

    /** What the stack is already stays known by its name, also if nobody may launch it any more. */
    private Optional<String> imported(String name) {
        return facts.provisionedProductOfStack(mapping).stream()
                .filter(owner -> mapping.provisionedProductName().equals(owner.name()))
                .flatMap(owner -> Stream.ofNullable(owner.productId()))
                .flatMap(id -> facts.product(id).stream())
                .filter(product -> product.name() != null && VersionNames.isSame(name, product.name()))
                .map(Product::id)
                .findFirst();
    }

    private String version(String product, String name) {
        List<Version> all = facts.versions(product);
        List<Version> same = all.stream()
                .filter(version -> VersionNames.isSame(name, version.name()))
                .toList();
        if (same.size() == 1) {
            return same.get(0).id();
        }
        findings.add(
                same.isEmpty()
                        ? Finding.reason(
                                "ARTIFACT_NAME_UNKNOWN",
                                "Product %s in %s has no active version named '%s': check the name. %s"
                                        .formatted(product, lane(), name, candidates(name, newestFirst(all))))
                        : Finding.reason(
                                "ARTIFACT_NAME_AMBIGUOUS",
                                "Several active versions of product %s in %s are named '%s': %s. Give the provisioning_artifact_id of the one that is meant."
                                        .formatted(
                                                product,
                                                lane(),
                                                name,
                                                same.stream()
                                                        .map(version -> version.id() + " of " + version.createdAt())
                                                        .collect(Collectors.joining(", ")))));
        return "";
    }

    private static Stream<String> newestFirst(List<Version> versions) {
        List<Version> newestFirst = new ArrayList<>(versions);
        Collections.reverse(newestFirst);
        return newestFirst.stream().map(Version::name);
    }

    private String lane() {
        return mapping.stackArn().lane().toString();
    }

    /** The names that there are, those that differ only in case or in what is around them first. */
    private static String candidates(String name, Stream<String> all) {
        List<String> names = all.distinct()
                .sorted(Comparator.comparing((String each) -> !isLike(name, each)))
                .toList();
        if (names.isEmpty()) {
            return "There are none.";
        }
        int more = names.size() - SHOWN;
        return "There are: "
                + names.stream().limit(SHOWN).map(each -> "'" + each + "'").collect(Collectors.joining(", "))
                + (more > 0 ? " and %d more.".formatted(more) : ".");
    }

    private static boolean isLike(String one, String other) {
        String name = one.toLowerCase(Locale.ROOT);
        String candidate = other.toLowerCase(Locale.ROOT);
        return name.contains(candidate) || candidate.contains(name);
    }
}
