package io.catalogimport.aws;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A Service Catalog that answers what the test wants. Where nothing is wanted it takes every import as record rec-1,
 * knows no record and no provisioned product, and has every product and version, with one launch path.
 */
public final class FakeCatalog implements CatalogGateway {
    private final List<String> calls = new ArrayList<>();
    private final List<ImportRequest> requests = new ArrayList<>();
    private final Script<CatalogRecord> imports = new Script<>(record("CREATED"));
    private final Script<Optional<CatalogRecord>> records = new Script<>(Optional.empty());
    private final Script<Optional<ProvisionedProduct>> byId = new Script<>(Optional.empty());
    private final Script<Optional<ProvisionedProduct>> byName = new Script<>(Optional.empty());
    private final Script<Optional<ProvisionedProduct>> byStack = new Script<>(Optional.empty());
    private final Script<List<ProvisionedProduct>> all = new Script<>(List.of());
    private final Script<Optional<Product>> products =
            new Script<>(Optional.of(new Product("prod-web", "web", "CLOUD_FORMATION_TEMPLATE", "AVAILABLE")));
    private final Script<Optional<ProvisioningArtifact>> artifacts = new Script<>(Optional.of(new ProvisioningArtifact(
            "pa-web-1", "v1", "CLOUD_FORMATION_TEMPLATE", true, "DEFAULT", "AVAILABLE", Map.of())));
    private final Script<List<LaunchPath>> launchPaths = new Script<>(launchPaths(1));
    private final Script<UpdateTerms> updateTerms = new Script<>(UpdateTerms.NONE);
    private Consumer<String> beforeAnswer = call -> {};

    /** Record rec-1, which makes pp-1, in this status. */
    public static CatalogRecord record(String status) {
        return new CatalogRecord("rec-1", "pp-1", RecordStatus.of(status), List.of(), CatalogRecord.Request.UNKNOWN);
    }

    /** So many launch paths without constraints, lpv3-1 and so on. */
    public static List<LaunchPath> launchPaths(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> new LaunchPath("lpv3-" + number, "blocks-" + number, List.of()))
                .toList();
    }

    /** Does this, with the name of the method that is called, before any answer is given. */
    public void beforeAnswer(Consumer<String> action) {
        this.beforeAnswer = action;
    }

    public Script<CatalogRecord> imports() {
        return imports;
    }

    public Script<Optional<CatalogRecord>> records() {
        return records;
    }

    public Script<Optional<ProvisionedProduct>> provisionedProductById() {
        return byId;
    }

    public Script<Optional<ProvisionedProduct>> provisionedProductByName() {
        return byName;
    }

    public Script<Optional<ProvisionedProduct>> provisionedProductByStack() {
        return byStack;
    }

    public Script<List<ProvisionedProduct>> allProvisionedProducts() {
        return all;
    }

    public Script<Optional<Product>> products() {
        return products;
    }

    public Script<Optional<ProvisioningArtifact>> artifacts() {
        return artifacts;
    }

    public Script<List<LaunchPath>> launchPaths() {
        return launchPaths;
    }

    public Script<UpdateTerms> updateTerms() {
        return updateTerms;
    }

    /** The names of the methods that were called, in order. */
    public List<String> calls() {
        return List.copyOf(calls);
    }

    /** What was asked to be imported, in order. */
    public List<ImportRequest> requests() {
        return List.copyOf(requests);
    }

    @Override
    public CatalogRecord importStack(ImportRequest request) {
        requests.add(request);
        called("importStack");
        return imports.play();
    }

    @Override
    public Optional<CatalogRecord> findRecord(Lane lane, String recordId) {
        called("findRecord");
        return records.play();
    }

    @Override
    public Optional<ProvisionedProduct> findProvisionedProduct(Lane lane, String provisionedProductId) {
        called("findProvisionedProduct");
        return byId.play();
    }

    @Override
    public Optional<ProvisionedProduct> findProvisionedProductNamed(Lane lane, String name) {
        called("findProvisionedProductNamed");
        return byName.play();
    }

    @Override
    public Optional<ProvisionedProduct> searchByPhysicalId(StackArn stack) {
        called("searchByPhysicalId");
        return byStack.play();
    }

    @Override
    public Page<ProvisionedProduct> provisionedProducts(Lane lane, @Nullable String pageToken) {
        called("provisionedProducts");
        return new Page<>(all.play(), null);
    }

    @Override
    public Optional<Product> findProduct(Lane lane, String productId) {
        called("findProduct");
        return products.play();
    }

    @Override
    public Optional<ProvisioningArtifact> findProvisioningArtifact(
            Lane lane, String productId, String provisioningArtifactId) {
        called("findProvisioningArtifact");
        return artifacts.play();
    }

    @Override
    public List<LaunchPath> launchPaths(Lane lane, String productId) {
        called("launchPaths");
        return launchPaths.play();
    }

    @Override
    public UpdateTerms updateTerms(Lane lane, String productId, String provisioningArtifactId, String pathId) {
        called("updateTerms");
        return updateTerms.play();
    }

    private void called(String method) {
        calls.add(method);
        beforeAnswer.accept(method);
    }
}
