package io.catalogimport.aws;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.servicecatalog.ServiceCatalogClient;
import software.amazon.awssdk.services.servicecatalog.model.AccessLevelFilter;
import software.amazon.awssdk.services.servicecatalog.model.AccessLevelFilterKey;
import software.amazon.awssdk.services.servicecatalog.model.DescribeProductAsAdminResponse;
import software.amazon.awssdk.services.servicecatalog.model.DescribeProvisioningArtifactResponse;
import software.amazon.awssdk.services.servicecatalog.model.LaunchPathSummary;
import software.amazon.awssdk.services.servicecatalog.model.ProductViewSummary;
import software.amazon.awssdk.services.servicecatalog.model.ProvisionedProductAttribute;
import software.amazon.awssdk.services.servicecatalog.model.ProvisionedProductDetail;
import software.amazon.awssdk.services.servicecatalog.model.ProvisionedProductViewFilterBy;
import software.amazon.awssdk.services.servicecatalog.model.RecordDetail;
import software.amazon.awssdk.services.servicecatalog.model.ResourceNotFoundException;
import software.amazon.awssdk.services.servicecatalog.model.SearchProvisionedProductsRequest;
import software.amazon.awssdk.services.servicecatalog.model.SearchProvisionedProductsResponse;

/** Service Catalog through the SDK. */
public final class SdkCatalogGateway implements CatalogGateway {
    private static final int PAGE_SIZE = 100;

    private final LaneClients clients;

    public SdkCatalogGateway(LaneClients clients) {
        this.clients = clients;
    }

    @Override
    public CatalogRecord importStack(ImportRequest request) {
        return clients.call(
                request.stack().lane(),
                "ImportAsProvisionedProduct",
                request.stack().toString(),
                () -> catalogRecord(
                        clients.serviceCatalogWithoutRetries(request.stack().lane())
                                .importAsProvisionedProduct(call -> call.productId(request.productId())
                                        .provisioningArtifactId(request.provisioningArtifactId())
                                        .provisionedProductName(request.provisionedProductName())
                                        .physicalId(request.stack().toString())
                                        .idempotencyToken(request.idempotencyToken())
                                        .overrideConfiguration(
                                                clients.as(request.stack().lane())))
                                .recordDetail()));
    }

    @Override
    public Optional<CatalogRecord> findRecord(Lane lane, String recordId) {
        return find(
                lane,
                "DescribeRecord",
                recordId,
                () -> catalogRecord(client(lane)
                        .describeRecord(call -> call.id(recordId).overrideConfiguration(clients.as(lane)))
                        .recordDetail()));
    }

    @Override
    public Optional<ProvisionedProduct> findProvisionedProduct(Lane lane, String provisionedProductId) {
        return find(
                lane,
                "DescribeProvisionedProduct",
                provisionedProductId,
                () -> provisionedProduct(client(lane)
                        .describeProvisionedProduct(
                                call -> call.id(provisionedProductId).overrideConfiguration(clients.as(lane)))
                        .provisionedProductDetail()));
    }

    @Override
    public Optional<ProvisionedProduct> findProvisionedProductNamed(Lane lane, String name) {
        return find(
                lane,
                "DescribeProvisionedProduct",
                name,
                () -> provisionedProduct(client(lane)
                        .describeProvisionedProduct(call -> call.name(name).overrideConfiguration(clients.as(lane)))
                        .provisionedProductDetail()));
    }

    /** AWS does not document how the search treats the colons and slashes of an ARN. So its answer is checked here. */
    @Override
    public Optional<ProvisionedProduct> searchByPhysicalId(StackArn stack) {
        return clients.call(stack.lane(), "SearchProvisionedProducts", stack.toString(), () -> {
            SearchProvisionedProductsRequest request = search(stack.lane())
                    .filters(Map.of(ProvisionedProductViewFilterBy.SEARCH_QUERY, List.of("physicalId:" + stack)))
                    .build();
            return client(stack.lane()).searchProvisionedProductsPaginator(request).stream()
                    .flatMap(page -> page.provisionedProducts().stream())
                    .map(SdkCatalogGateway::provisionedProduct)
                    .filter(found -> stack.toString().equals(found.physicalId()))
                    .findFirst();
        });
    }

    @Override
    public Page<ProvisionedProduct> provisionedProducts(Lane lane, @Nullable String pageToken) {
        return clients.call(lane, "SearchProvisionedProducts", lane.toString(), () -> {
            SearchProvisionedProductsResponse response = client(lane)
                    .searchProvisionedProducts(search(lane).pageToken(pageToken).build());
            return new Page<>(
                    response.provisionedProducts().stream()
                            .map(SdkCatalogGateway::provisionedProduct)
                            .toList(),
                    response.nextPageToken());
        });
    }

    private SearchProvisionedProductsRequest.Builder search(Lane lane) {
        return search().overrideConfiguration(clients.as(lane));
    }

    /** Sorted, because users report that the pages of an unsorted search overlap and leave products out. */
    static SearchProvisionedProductsRequest.Builder search() {
        return SearchProvisionedProductsRequest.builder()
                .accessLevelFilter(AccessLevelFilter.builder()
                        .key(AccessLevelFilterKey.ACCOUNT)
                        .value("self")
                        .build())
                .sortBy("id")
                .pageSize(PAGE_SIZE);
    }

    /**
     * As an end user if AWS refuses the administrator's view, for example for a product that another account shares.
     */
    @Override
    public Optional<Product> findProduct(Lane lane, String productId) {
        try {
            Optional<Product> seen = find(
                    lane,
                    "DescribeProductAsAdmin",
                    productId,
                    () -> product(productId, client(lane).describeProductAsAdmin(call -> call.id(productId)
                            .overrideConfiguration(clients.as(lane)))));
            if (seen.isPresent()) {
                return seen;
            }
        } catch (AwsDeniedException | AwsRefusedException e) {
            // The end user's view decides.
        }
        return find(
                lane,
                "DescribeProduct",
                productId,
                () -> product(
                        client(lane)
                                .describeProduct(call -> call.id(productId).overrideConfiguration(clients.as(lane)))
                                .productViewSummary(),
                        productId,
                        null));
    }

    @Override
    public Optional<ProvisioningArtifact> findProvisioningArtifact(
            Lane lane, String productId, String provisioningArtifactId) {
        return find(
                lane,
                "DescribeProvisioningArtifact",
                productId + "/" + provisioningArtifactId,
                () -> artifact(provisioningArtifactId, client(lane).describeProvisioningArtifact(call -> call.productId(
                                productId)
                        .provisioningArtifactId(provisioningArtifactId)
                        .verbose(true)
                        .overrideConfiguration(clients.as(lane)))));
    }

    @Override
    public UpdateTerms updateTerms(Lane lane, String productId, String provisioningArtifactId, String pathId) {
        return clients.call(
                lane,
                "DescribeProvisioningParameters",
                productId + "/" + provisioningArtifactId,
                () -> SdkUpdateTerms.of(client(lane).describeProvisioningParameters(call -> call.productId(productId)
                        .provisioningArtifactId(provisioningArtifactId)
                        .pathId(pathId)
                        .overrideConfiguration(clients.as(lane)))));
    }

    @Override
    public List<LaunchPath> launchPaths(Lane lane, String productId) {
        return find(lane, "ListLaunchPaths", productId, () -> client(lane)
                        .listLaunchPathsPaginator(
                                call -> call.productId(productId).overrideConfiguration(clients.as(lane)))
                        .stream()
                        .flatMap(page -> page.launchPathSummaries().stream())
                        .map(SdkCatalogGateway::launchPath)
                        .toList())
                .orElse(List.of());
    }

    private ServiceCatalogClient client(Lane lane) {
        return clients.serviceCatalog(lane);
    }

    private <T> Optional<T> find(Lane lane, String operation, String resource, Supplier<T> call) {
        return clients.call(lane, operation, resource, () -> {
            try {
                return Optional.of(call.get());
            } catch (ResourceNotFoundException e) {
                return Optional.empty();
            }
        });
    }

    static CatalogRecord catalogRecord(RecordDetail detail) {
        return new CatalogRecord(
                detail.recordId(),
                detail.provisionedProductId(),
                RecordStatus.of(detail.statusAsString()),
                detail.recordErrors().stream()
                        .map(error -> new CatalogRecord.Fault(error.code(), error.description()))
                        .toList(),
                new CatalogRecord.Request(detail.recordType(), detail.createdTime(), detail.updatedTime()));
    }

    private static ProvisionedProduct provisionedProduct(ProvisionedProductDetail detail) {
        return new ProvisionedProduct(
                detail.id(),
                detail.name(),
                null,
                detail.productId(),
                detail.provisioningArtifactId(),
                ProvisionedProductStatus.of(detail.statusAsString()),
                detail.statusMessage(),
                detail.lastRecordId(),
                detail.lastSuccessfulProvisioningRecordId(),
                detail.idempotencyToken(),
                null);
    }

    static ProvisionedProduct provisionedProduct(ProvisionedProductAttribute found) {
        return new ProvisionedProduct(
                found.id(),
                found.name(),
                found.physicalId(),
                found.productId(),
                found.provisioningArtifactId(),
                ProvisionedProductStatus.of(found.statusAsString()),
                found.statusMessage(),
                found.lastRecordId(),
                found.lastSuccessfulProvisioningRecordId(),
                found.idempotencyToken(),
                origin(found));
    }

    private static ProvisionedProduct.Origin origin(ProvisionedProductAttribute found) {
        String provisioned = found.lastProvisioningRecordId();
        return new ProvisionedProduct.Origin(
                found.userArn(), provisioned == null ? found.lastRecordId() : provisioned, found.createdTime());
    }

    private static LaunchPath launchPath(LaunchPathSummary path) {
        return new LaunchPath(
                path.id(),
                path.name(),
                path.constraintSummaries().stream()
                        .map(constraint -> new LaunchPath.Constraint(constraint.type(), constraint.description()))
                        .toList());
    }

    private static Product product(String id, DescribeProductAsAdminResponse response) {
        return product(
                response.productViewDetail().productViewSummary(),
                id,
                response.productViewDetail().statusAsString());
    }

    private static Product product(ProductViewSummary seen, String id, @Nullable String status) {
        return new Product(id, seen.name(), seen.typeAsString(), status);
    }

    private static ProvisioningArtifact artifact(String id, DescribeProvisioningArtifactResponse response) {
        var detail = response.provisioningArtifactDetail();
        boolean active = detail == null || !Boolean.FALSE.equals(detail.active());
        return new ProvisioningArtifact(
                id,
                detail == null ? null : detail.name(),
                detail == null ? null : detail.typeAsString(),
                active,
                detail == null ? null : detail.guidanceAsString(),
                response.statusAsString(),
                response.info());
    }
}
