package io.catalogimport.aws;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.servicecatalog.model.ProductType;
import software.amazon.awssdk.services.servicecatalog.model.ProductViewDetail;
import software.amazon.awssdk.services.servicecatalog.model.ProvisioningArtifactProperties;
import software.amazon.awssdk.services.servicecatalog.model.ProvisioningArtifactType;
import software.amazon.awssdk.services.servicecatalog.model.ResourceNotFoundException;

/** The making of versions through the SDK. */
public final class SdkVersionGateway implements VersionGateway {
    /** The most that SearchProductsAsAdmin gives. */
    private static final int PAGE_SIZE = 20;

    private final LaneClients clients;

    public SdkVersionGateway(LaneClients clients) {
        this.clients = clients;
    }

    @Override
    public Page<OwnProduct> products(Lane lane, @Nullable String pageToken) {
        return clients.call(lane, "SearchProductsAsAdmin", lane.toString(), () -> {
            var response = clients.serviceCatalog(lane).searchProductsAsAdmin(request -> request.pageSize(PAGE_SIZE)
                    .sortBy("CreationDate")
                    .pageToken(pageToken)
                    .overrideConfiguration(clients.as(lane)));
            return new Page<>(
                    response.productViewDetails().stream()
                            .map(SdkVersionGateway::product)
                            .toList(),
                    response.nextPageToken());
        });
    }

    @Override
    public Optional<OwnProduct> product(Lane lane, String productId) {
        return clients.call(lane, "DescribeProductAsAdmin", productId, () -> {
            try {
                return Optional.of(product(clients.serviceCatalog(lane)
                        .describeProductAsAdmin(
                                request -> request.id(productId).overrideConfiguration(clients.as(lane)))
                        .productViewDetail()));
            } catch (ResourceNotFoundException e) {
                return Optional.empty();
            }
        });
    }

    private static OwnProduct product(ProductViewDetail detail) {
        String arn = detail.productARN();
        String[] parts = arn == null ? new String[0] : arn.split(":", 6);
        return new OwnProduct(
                detail.productViewSummary().productId(),
                detail.productViewSummary().name(),
                parts.length < 5 || parts[4].isEmpty() ? null : parts[4],
                orEmpty(detail.productViewSummary().shortDescription()));
    }

    @Override
    public List<MadeVersion> versions(Lane lane, String productId) {
        return clients.call(lane, "ListProvisioningArtifacts", productId, () -> clients
                .serviceCatalog(lane)
                .listProvisioningArtifacts(
                        request -> request.productId(productId).overrideConfiguration(clients.as(lane)))
                .provisioningArtifactDetails()
                .stream()
                .map(version -> new MadeVersion(version.id(), version.name(), orEmpty(version.description())))
                .toList());
    }

    @Override
    public String createVersion(VersionRequest asked) {
        Lane lane = asked.stack().lane();
        return clients.call(
                lane, "CreateProvisioningArtifact", asked.stack().toString(), () -> clients.serviceCatalog(lane)
                        .createProvisioningArtifact(request -> request.productId(asked.product())
                                .parameters(properties(asked))
                                .idempotencyToken(asked.idempotencyToken())
                                .overrideConfiguration(clients.as(lane)))
                        .provisioningArtifactDetail()
                        .id());
    }

    @Override
    public MadeProduct createProduct(VersionRequest asked, String owner) {
        Lane lane = asked.stack().lane();
        return clients.call(lane, "CreateProduct", asked.product(), () -> {
            var response = clients.serviceCatalog(lane).createProduct(request -> request.name(asked.product())
                    .owner(owner)
                    .description(asked.description())
                    .productType(ProductType.CLOUD_FORMATION_TEMPLATE)
                    .provisioningArtifactParameters(properties(asked))
                    .idempotencyToken(asked.idempotencyToken())
                    .overrideConfiguration(clients.as(lane)));
            return new MadeProduct(
                    response.productViewDetail().productViewSummary().productId(),
                    response.provisioningArtifactDetail().id());
        });
    }

    private static ProvisioningArtifactProperties properties(VersionRequest asked) {
        return ProvisioningArtifactProperties.builder()
                .name(asked.name())
                .description(asked.description())
                .type(ProvisioningArtifactType.CLOUD_FORMATION_TEMPLATE)
                .info(Map.of("ImportFromPhysicalId", asked.stack().toString()))
                .build();
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
