package io.catalogimport.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.servicecatalog.model.DuplicateResourceException;
import software.amazon.awssdk.services.servicecatalog.model.InvalidParametersException;
import software.amazon.awssdk.services.servicecatalog.model.ProvisionedProductAttribute;
import software.amazon.awssdk.services.servicecatalog.model.ProvisionedProductViewFilterBy;
import software.amazon.awssdk.services.servicecatalog.model.RecordDetail;
import software.amazon.awssdk.services.servicecatalog.model.ResourceNotFoundException;
import software.amazon.awssdk.services.servicecatalog.model.SearchProvisionedProductsResponse;

/** Service Catalog but for the import itself, through the SDK. */
class ServiceCatalogIT {
    private Scene scene;

    @BeforeEach
    void start(@TempDir Path directory) throws IOException {
        scene = Scene.with(
                directory,
                "{name: a, template: queue.yaml}",
                "{name: b, template: queue.yaml}",
                "{name: c, template: queue.yaml}");
    }

    @AfterEach
    void stop() {
        scene.close();
    }

    @Test
    void findsAProvisionedProductByEachFieldOfTheStory() {
        RecordDetail started = imported("a");
        String arn = scene.stack("a").stackId();

        for (String query : List.of(
                "physicalId:" + arn,
                "physicalId: " + arn,
                "name:a",
                "productId:prod-queue",
                "id:" + started.provisionedProductId(),
                "status:AVAILABLE",
                "idempotencyToken:token-a",
                "lastRecordId:" + started.recordId())) {
            assertThat(search(query).provisionedProducts())
                    .as(query)
                    .extracting(ProvisionedProductAttribute::physicalId)
                    .containsExactly(arn);
        }
        assertThat(search("physicalId:" + arn + "x").provisionedProducts()).isEmpty();
    }

    @Test
    void answersInTheLanguagesThatAwsNames() {
        for (String language : List.of("en", "jp", "zh")) {
            scene.catalog().searchProvisionedProducts(request -> request.acceptLanguage(language));
        }

        assertThatThrownBy(() -> scene.catalog().searchProvisionedProducts(request -> request.acceptLanguage("fr")))
                .hasMessageContaining("acceptLanguage");
    }

    @Test
    void pagesAndSortsWhatItFinds() {
        List.of("c", "a", "b").forEach(this::imported);

        SearchProvisionedProductsResponse first = scene.catalog()
                .searchProvisionedProducts(request -> request.pageSize(2).sortBy("name"));
        SearchProvisionedProductsResponse second = scene.catalog()
                .searchProvisionedProducts(
                        request -> request.pageSize(2).sortBy("name").pageToken(first.nextPageToken()));

        assertThat(names(first)).containsExactly("a", "b");
        assertThat(names(second)).containsExactly("c");
        assertThat(first.totalResultsCount()).isEqualTo(3);
        assertThat(second.nextPageToken()).isNull();
    }

    @Test
    void showsARoleOnlyItsOwnProvisionedProducts() {
        imported("a");

        SearchProvisionedProductsResponse own = scene.catalog()
                .searchProvisionedProducts(request ->
                        request.accessLevelFilter(filter -> filter.key("Role").value("self")));

        assertThat(names(own)).containsExactly("a");
    }

    @Test
    void keepsTheStackWhenTheProvisionedProductIsTerminatedWithRetain() {
        imported("a");

        String id = terminate("a", true);
        scene.clock().advance(Duration.ofSeconds(2));

        assertThat(scene.catalogRecord(id).statusAsString()).isEqualTo("SUCCEEDED");
        assertThat(names(search("name:a"))).isEmpty();
        assertThat(scene.stack("a").stackStatusAsString()).isEqualTo("IMPORT_COMPLETE");
        assertThatThrownBy(() -> terminate("a", true)).isInstanceOf(ResourceNotFoundException.class);
    }

    @Test
    void deletesTheStackWhenTheProvisionedProductIsTerminatedWithoutRetain() {
        imported("a");
        String arn = scene.stack("a").stackId();

        terminate("a", false);
        scene.clock().advance(Duration.ofSeconds(2));

        assertThat(scene.stack(arn).stackStatusAsString()).isEqualTo("DELETE_COMPLETE");
    }

    @Test
    void aTerminatedStackCanBeImportedAgain() {
        imported("a");
        terminate("a", true);
        scene.clock().advance(Duration.ofSeconds(2));

        RecordDetail again = scene.importStack("a", request -> request.idempotencyToken("again"));

        assertThat(again.statusAsString()).isEqualTo("CREATED");
    }

    @Test
    void keepsTheHistoryNewestFirst() {
        RecordDetail first = imported("a");
        String last = terminate("a", true);

        assertThat(scene.catalog()
                        .listRecordHistory(request -> request.searchFilter(
                                filter -> filter.key("provisionedproduct").value(first.provisionedProductId())))
                        .recordDetails())
                .extracting(RecordDetail::recordId)
                .containsExactly(last, first.recordId());
    }

    @Test
    void leadsTheWayToTheTemplateOfAVersion() {
        Map<String, String> info = scene.catalog()
                .describeProvisioningArtifact(
                        request -> request.productId("prod-queue").provisioningArtifactId("pa-one"))
                .info();

        String path = URI.create(info.getOrDefault("TemplateUrl", "")).getPath().substring(1);
        String bucket = path.substring(0, path.indexOf('/'));
        String key = path.substring(path.indexOf('/') + 1);
        assertThat(scene.objects(Scene.ACCOUNT)
                        .getObjectAsBytes(request -> request.bucket(bucket).key(key))
                        .asUtf8String())
                .isEqualTo(Scene.TEMPLATE);
    }

    @Test
    void showsTheGuidanceOfAVersionAndLetsItBeChanged() {
        assertThat(guidance()).isEqualTo("DEFAULT");

        scene.catalog().updateProvisioningArtifact(request -> request.productId("prod-queue")
                .provisioningArtifactId("pa-one")
                .guidance("DEPRECATED"));

        assertThat(guidance()).isEqualTo("DEPRECATED");
        assertThat(imported("a").statusAsString()).isEqualTo("CREATED");

        scene.catalog().updateProvisioningArtifact(request -> request.productId("prod-queue")
                .provisioningArtifactId("pa-one")
                .active(false));
        assertThatThrownBy(() -> scene.importStack("b")).hasMessageContaining("not active");
        assertThat(guidance()).isEqualTo("DEPRECATED");
    }

    @Test
    void showsALaunchConstraintOnThePath() {
        String role = "arn:aws:iam::999988887777:role/launch";
        scene.catalog().createConstraint(request -> request.portfolioId("port-blocks")
                .productId("prod-queue")
                .type("LAUNCH")
                .parameters("{\"RoleArn\": \"" + role + "\"}"));

        assertThat(scene.catalog()
                        .listLaunchPaths(request -> request.productId("prod-queue"))
                        .launchPathSummaries())
                .singleElement()
                .satisfies(path -> assertThat(path.constraintSummaries())
                        .singleElement()
                        .satisfies(constraint -> {
                            assertThat(constraint.type()).isEqualTo("LAUNCH");
                            assertThat(constraint.description()).isEqualTo("Launch as " + role);
                        }));
        assertThat(scene.catalog()
                        .listConstraintsForPortfolio(request -> request.portfolioId("port-blocks"))
                        .constraintDetails())
                .singleElement()
                .satisfies(constraint -> assertThat(constraint.productId()).isEqualTo("prod-queue"));
        assertThatThrownBy(() -> scene.catalog().createConstraint(request -> request.portfolioId("port-blocks")
                        .productId("prod-queue")
                        .type("LAUNCH")
                        .parameters("{\"LocalRoleName\": \"launch\"}")))
                .isInstanceOf(DuplicateResourceException.class);
    }

    @Test
    void refusesALaunchConstraintWithoutARole() {
        assertThatThrownBy(() -> scene.catalog().createConstraint(request -> request.portfolioId("port-blocks")
                        .productId("prod-queue")
                        .type("LAUNCH")
                        .parameters("{}")))
                .isInstanceOf(InvalidParametersException.class);
    }

    private String guidance() {
        return scene.catalog()
                .describeProvisioningArtifact(
                        request -> request.productId("prod-queue").provisioningArtifactId("pa-one"))
                .provisioningArtifactDetail()
                .guidanceAsString();
    }

    @Test
    void hasNoLaunchPathForAPrincipalThatNoPortfolioIsOpenTo() {
        String product = createProduct();
        String portfolio = scene.catalog()
                .createPortfolio(request -> request.displayName("p").providerName("me"))
                .portfolioDetail()
                .id();
        scene.catalog().associateProductWithPortfolio(request -> request.productId(product)
                .portfolioId(portfolio));

        assertThatThrownBy(() -> scene.catalog().listLaunchPaths(request -> request.productId(product)))
                .isInstanceOf(ResourceNotFoundException.class)
                .hasMessageContaining("No launch paths found for resource: " + product);

        scene.catalog().associatePrincipalWithPortfolio(request -> request.portfolioId(portfolio)
                .principalARN("arn:aws:iam:::user/sand*")
                .principalType("IAM_PATTERN"));
        assertThat(scene.catalog()
                        .listLaunchPaths(request -> request.productId(product))
                        .launchPathSummaries())
                .singleElement()
                .satisfies(path -> assertThat(path.name()).isEqualTo("p"));
    }

    @Test
    void makesAVersionFromAStack() {
        String product = createProduct();

        assertThat(scene.catalog()
                        .listProvisioningArtifacts(request -> request.productId(product))
                        .provisioningArtifactDetails())
                .singleElement()
                .satisfies(version -> assertThat(version.active()).isTrue());
        assertThat(scene.catalog()
                        .searchProductsAsAdmin(request -> request.sortBy("Title"))
                        .productViewDetails())
                .extracting(view -> view.productViewSummary().name())
                .containsExactly("made", "queue");
    }

    private String createProduct() {
        String arn = scene.stack("a").stackId();
        return scene.catalog()
                .createProduct(request -> request.name("made")
                        .owner("me")
                        .productType("CLOUD_FORMATION_TEMPLATE")
                        .provisioningArtifactParameters(
                                version -> version.name("v1").info(Map.of("ImportFromPhysicalId", arn))))
                .productViewDetail()
                .productViewSummary()
                .productId();
    }

    private RecordDetail imported(String stack) {
        RecordDetail started = scene.importStack(stack);
        scene.clock().advance(Duration.ofSeconds(3));
        return started;
    }

    private String terminate(String name, boolean retain) {
        return scene.catalog()
                .terminateProvisionedProduct(
                        request -> request.provisionedProductName(name).retainPhysicalResources(retain))
                .recordDetail()
                .recordId();
    }

    private SearchProvisionedProductsResponse search(String query) {
        return scene.catalog()
                .searchProvisionedProducts(request ->
                        request.filters(Map.of(ProvisionedProductViewFilterBy.SEARCH_QUERY, List.of(query))));
    }

    private static List<String> names(SearchProvisionedProductsResponse found) {
        return found.provisionedProducts().stream()
                .map(ProvisionedProductAttribute::name)
                .toList();
    }
}
