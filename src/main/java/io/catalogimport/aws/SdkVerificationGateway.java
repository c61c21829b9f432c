package io.catalogimport.aws;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.servicecatalog.model.ProvisionedProductAttribute;
import software.amazon.awssdk.services.servicecatalog.model.ProvisionedProductViewFilterBy;
import software.amazon.awssdk.services.servicecatalog.model.SearchProvisionedProductsRequest;
import software.amazon.awssdk.services.servicecatalog.model.SearchProvisionedProductsResponse;

/** What a verification asks, through the SDK. */
public final class SdkVerificationGateway implements VerificationGateway {
    private final LaneClients clients;

    public SdkVerificationGateway(LaneClients clients) {
        this.clients = clients;
    }

    @Override
    public ProductPage productPage(Lane lane, @Nullable String pageToken) {
        return clients.call(lane, "SearchProvisionedProducts", lane.toString(), () -> {
            SearchProvisionedProductsResponse response = clients.serviceCatalog(lane)
                    .searchProvisionedProducts(SdkCatalogGateway.search()
                            .overrideConfiguration(clients.as(lane))
                            .pageToken(pageToken)
                            .build());
            return new ProductPage(
                    response.provisionedProducts().stream()
                            .map(SdkVerificationGateway::owned)
                            .toList(),
                    response.nextPageToken(),
                    response.totalResultsCount() == null ? 0 : response.totalResultsCount());
        });
    }

    @Override
    public Optional<OwnedProduct> searchForId(Lane lane, String provisionedProductId) {
        return search(
                lane,
                "id:" + provisionedProductId,
                found -> provisionedProductId.equals(found.product().id()));
    }

    @Override
    public Optional<OwnedProduct> searchForStack(StackArn stack) {
        return search(stack.lane(), "physicalId:" + stack, found -> stack.toString()
                .equals(found.product().physicalId()));
    }

    /** AWS does not document how the search reads a value. So its answer is checked here. */
    private Optional<OwnedProduct> search(Lane lane, String query, Predicate<OwnedProduct> isMeant) {
        return clients.call(lane, "SearchProvisionedProducts", query, () -> {
            SearchProvisionedProductsRequest request = SdkCatalogGateway.search()
                    .overrideConfiguration(clients.as(lane))
                    .filters(Map.of(ProvisionedProductViewFilterBy.SEARCH_QUERY, List.of(query)))
                    .build();
            return clients.serviceCatalog(lane).searchProvisionedProductsPaginator(request).stream()
                    .flatMap(page -> page.provisionedProducts().stream())
                    .map(SdkVerificationGateway::owned)
                    .filter(isMeant)
                    .findFirst();
        });
    }

    private static OwnedProduct owned(ProvisionedProductAttribute found) {
        return new OwnedProduct(SdkCatalogGateway.provisionedProduct(found), found.userArn());
    }

    @Override
    public Optional<StackArn> stackNamed(Lane lane, String name) {
        return clients.call(lane, "DescribeStacks", name, () -> {
            try {
                return clients
                        .cloudFormation(lane)
                        .describeStacks(request -> request.stackName(name).overrideConfiguration(clients.as(lane)))
                        .stacks()
                        .stream()
                        .findFirst()
                        .flatMap(found -> StackArn.parse(found.stackId()));
            } catch (CloudFormationException e) {
                if (SdkStackGateway.saysThereIsNone(e)) {
                    return Optional.empty();
                }
                throw e;
            }
        });
    }
}
