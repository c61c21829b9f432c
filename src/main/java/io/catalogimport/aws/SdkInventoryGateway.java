package io.catalogimport.aws;

import io.catalogimport.aws.LaunchableProduct.Version;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudformation.model.DescribeStacksResponse;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.Tag;
import software.amazon.awssdk.services.servicecatalog.model.DescribeProductResponse;
import software.amazon.awssdk.services.servicecatalog.model.ProductType;
import software.amazon.awssdk.services.servicecatalog.model.ProductViewSummary;
import software.amazon.awssdk.services.servicecatalog.model.SearchProductsResponse;

/** The inventory through the SDK. */
public final class SdkInventoryGateway implements InventoryGateway {
    private static final int PAGE_SIZE = 100;
    private static final String DEPRECATED = "DEPRECATED";

    private final LaneClients clients;

    public SdkInventoryGateway(LaneClients clients) {
        this.clients = clients;
    }

    /** DescribeStacks and not ListStacks, which shows no tags. Both give 100 stacks a page. */
    @Override
    public Page<ListedStack> stacks(Lane lane, @Nullable String pageToken) {
        return clients.call(lane, "DescribeStacks", lane.toString(), () -> {
            DescribeStacksResponse response = clients.cloudFormation(lane)
                    .describeStacks(request -> request.nextToken(pageToken).overrideConfiguration(clients.as(lane)));
            return new Page<>(
                    response.stacks().stream()
                            .flatMap(SdkInventoryGateway::listed)
                            .toList(),
                    response.nextToken());
        });
    }

    private static Stream<ListedStack> listed(Stack found) {
        return StackArn.parse(found.stackId()).stream()
                .map(arn -> new ListedStack(
                        arn,
                        found.stackStatusAsString(),
                        found.parentId(),
                        found.lastUpdatedTime() == null ? found.creationTime() : found.lastUpdatedTime(),
                        found.tags().stream().collect(Collectors.toMap(Tag::key, Tag::value, (one, other) -> one)),
                        DescribedTraits.of(found)));
    }

    @Override
    public Page<ProductName> launchableProducts(Lane lane, @Nullable String pageToken) {
        return clients.call(lane, "SearchProducts", lane.toString(), () -> {
            SearchProductsResponse response = clients.serviceCatalog(lane)
                    .searchProducts(request -> request.pageSize(PAGE_SIZE)
                            .sortBy("CreationDate")
                            .pageToken(pageToken)
                            .overrideConfiguration(clients.as(lane)));
            return new Page<>(
                    response.productViewSummaries().stream()
                            .filter(SdkInventoryGateway::isOfTemplates)
                            .map(product -> new ProductName(product.productId(), product.name()))
                            .toList(),
                    response.nextPageToken());
        });
    }

    private static boolean isOfTemplates(ProductViewSummary product) {
        return product.typeAsString() == null || product.type() == ProductType.CLOUD_FORMATION_TEMPLATE;
    }

    @Override
    public LaunchableProduct launchableProduct(Lane lane, ProductName product) {
        return clients.call(
                lane,
                "DescribeProduct",
                product.id(),
                () -> described(
                        product, clients.serviceCatalog(lane).describeProduct(request -> request.id(product.id())
                                .overrideConfiguration(clients.as(lane)))));
    }

    private static LaunchableProduct described(ProductName product, DescribeProductResponse response) {
        List<String> portfolios = response.launchPaths().stream()
                .map(path -> path.name() == null ? path.id() : path.name())
                .toList();
        return new LaunchableProduct(
                product.id(),
                product.name(),
                portfolios,
                oldestFirst(response.provisioningArtifacts().stream()
                        .map(version -> new Version(
                                version.id(),
                                version.name(),
                                version.createdTime(),
                                DEPRECATED.equals(version.guidanceAsString())))));
    }

    /** Versions of the same time stay in AWS's order. */
    private static List<Version> oldestFirst(Stream<Version> versions) {
        return versions.sorted(Comparator.comparing(Version::createdAt)).toList();
    }
}
