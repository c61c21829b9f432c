package io.catalogimport.validation;

import io.catalogimport.aws.CatalogGateway;
import io.catalogimport.aws.InventoryGateway;
import io.catalogimport.aws.InventoryGateway.ProductName;
import io.catalogimport.aws.Lane;
import io.catalogimport.aws.LaunchPath;
import io.catalogimport.aws.LaunchableProduct.Version;
import io.catalogimport.aws.PoliteCalls;
import io.catalogimport.aws.Product;
import io.catalogimport.aws.ProvisionedProduct;
import io.catalogimport.aws.ProvisioningArtifact;
import io.catalogimport.aws.StackArn;
import io.catalogimport.aws.StackDescription;
import io.catalogimport.aws.StackGateway;
import io.catalogimport.aws.TemplateText;
import io.catalogimport.mapping.StackMapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * What AWS says about a lane, when the rules ask for it. What many rows share (products, versions, launch paths) is
 * asked for once and kept. What belongs to one row is read in bulk if that saves calls, and is dropped when it is no
 * longer needed. Thread-safe.
 */
final class LaneFacts {
    private final Lane lane;
    private final Sources aws;
    private final BulkReading<StackListing> stackListings;
    private final BulkReading<ProvisionedProducts> provisionedProducts;

    private final Map<String, Once<Optional<Product>>> products = new ConcurrentHashMap<>();
    private final Once<List<ProductName>> launchable;
    private final Map<String, Once<List<Version>>> versions = new ConcurrentHashMap<>();
    private final Map<ArtifactKey, Once<Optional<ProvisioningArtifact>>> artifacts = new ConcurrentHashMap<>();
    private final Map<ArtifactKey, Once<TemplateText>> artifactTemplates = new ConcurrentHashMap<>();
    private final Map<String, Once<List<LaunchPath>>> launchPaths = new ConcurrentHashMap<>();

    private final Map<ArtifactKey, Once<UpdateConditions>> updateConditions = new ConcurrentHashMap<>();

    private record ArtifactKey(String productId, String artifactId) {}

    /** What all lanes use to ask AWS. */
    record Sources(
            StackGateway stacks,
            CatalogGateway catalog,
            InventoryGateway inventory,
            VersionTemplates templates,
            PoliteCalls calls,
            FreshAccess freshAccess,
            UpcomingMappings upcoming) {}

    LaneFacts(Lane lane, Sources aws) {
        this.lane = lane;
        this.aws = aws;
        this.stackListings = new BulkReading<>(
                lane,
                aws.upcoming(),
                wanted -> StackListing.read(
                        wanted, token -> call(() -> aws.stacks().livingStacks(lane, token))));
        this.provisionedProducts = new BulkReading<>(
                lane,
                aws.upcoming(),
                wanted -> ProvisionedProducts.read(
                        wanted, token -> call(() -> aws.catalog().provisionedProducts(lane, token))));
        this.launchable = new Once<>(this::readLaunchable);
    }

    private List<ProductName> readLaunchable() {
        List<ProductName> all = new ArrayList<>();
        Pages<ProductName> pages = token -> call(() -> aws.inventory().launchableProducts(lane, token));
        pages.turn(page -> {
            all.addAll(page.items());
            return true;
        });
        return all;
    }

    /** The mapping's stack; empty if there is none. */
    Optional<StackDescription> stack(StackMapping mapping) {
        StackArn stack = mapping.stackArn();
        return stackListings
                .about(mapping)
                .take(stack)
                .or(() -> call(() -> aws.stacks().describe(stack)));
    }

    String stackTemplate(StackArn stack) {
        return call(() -> aws.stacks().template(stack));
    }

    /** The products that the caller can launch. Only a mapping that names its product needs them. */
    List<ProductName> launchableProducts() {
        return launchable.get();
    }

    /** The active versions of a product, the oldest first. Only a mapping that names its version needs them. */
    List<Version> versions(String productId) {
        return once(versions, productId, () -> call(() ->
                        aws.inventory().launchableProduct(lane, new ProductName(productId, "")))
                .versions());
    }

    Optional<Product> product(String productId) {
        return once(products, productId, () -> call(() -> aws.catalog().findProduct(lane, productId)));
    }

    Optional<ProvisioningArtifact> provisioningArtifact(String productId, String artifactId) {
        return once(
                artifacts,
                new ArtifactKey(productId, artifactId),
                () -> call(() -> aws.catalog().findProvisioningArtifact(lane, productId, artifactId)));
    }

    TemplateText artifactTemplate(String productId, ProvisioningArtifact artifact) {
        Optional<TemplateText.Found> known = aws.templates().known(artifact);
        if (known.isPresent()) {
            return known.get();
        }
        ArtifactKey key = new ArtifactKey(productId, artifact.id());
        TemplateText read = once(artifactTemplates, key, () -> aws.templates().read(lane, artifact));
        if (read instanceof TemplateText.Found) {
            // From now on it is kept for all lanes, as long as there is room.
            artifactTemplates.remove(key);
        }
        return read;
    }

    List<LaunchPath> launchPaths(String productId) {
        return once(launchPaths, productId, () -> aws.freshAccess()
                .ask(
                        "launch path to product %s in %s".formatted(productId, lane),
                        () -> call(() -> aws.catalog().launchPaths(lane, productId))));
    }

    /** What updates of a product version meet on the launch paths that are known. */
    UpdateConditions updateConditions(String productId, String artifactId) {
        return once(
                updateConditions,
                new ArtifactKey(productId, artifactId),
                () -> UpdateConditions.ask(knownLaunchPaths(productId), path -> aws.calls()
                        .callAside(lane, () -> aws.catalog().updateTerms(lane, productId, artifactId, path.id()))));
    }

    /** The launch paths, if AWS was asked for them already; otherwise none. */
    List<LaunchPath> knownLaunchPaths(String productId) {
        return Optional.ofNullable(launchPaths.get(productId))
                .flatMap(Once::known)
                .orElse(List.of());
    }

    Optional<ProvisionedProduct> provisionedProductOfStack(StackMapping mapping) {
        return provisionedProducts.about(mapping).ofStack(mapping.stackArn().toString());
    }

    Optional<ProvisionedProduct> provisionedProductOfName(StackMapping mapping) {
        return provisionedProducts.about(mapping).named(mapping.provisionedProductName());
    }

    private <T> T call(Supplier<T> call) {
        return aws.calls().call(lane, call);
    }

    /** Threads that need another fact do not wait for this one. */
    private static <K, V> V once(Map<K, Once<V>> facts, K key, Supplier<V> question) {
        return facts.computeIfAbsent(key, unknown -> new Once<>(question)).get();
    }
}
