package io.catalogimport.aws;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awssdk.services.cloudformation.model.ResourceStatus;
import software.amazon.awssdk.services.servicecatalog.model.ProvisionedProductViewFilterBy;
import software.amazon.awssdk.services.servicecatalog.model.ResourceNotFoundException;

/** Service Catalog and CloudFormation through the SDK, as far as a release needs them. */
public final class SdkReleaseGateway implements ReleaseGateway {
    private final LaneClients clients;

    public SdkReleaseGateway(LaneClients clients) {
        this.clients = clients;
    }

    /**
     * The only place in the program that terminates anything. Without {@code retainPhysicalResources(true)}, AWS deletes the
     * stack. ArchitectureTest allows no second place.
     */
    @Override
    public Optional<CatalogRecord> release(Lane lane, String provisionedProductId, String token) {
        return clients.call(lane, "TerminateProvisionedProduct", provisionedProductId, () -> {
            try {
                return Optional.of(SdkCatalogGateway.catalogRecord(clients.serviceCatalogWithoutRetries(lane)
                        .terminateProvisionedProduct(call -> call.provisionedProductId(provisionedProductId)
                                .terminateToken(token)
                                .retainPhysicalResources(true)
                                .overrideConfiguration(clients.as(lane)))
                        .recordDetail()));
            } catch (ResourceNotFoundException e) {
                return Optional.empty();
            }
        });
    }

    /** AWS does not document how the search reads a query. So its answer is checked here. */
    @Override
    public Optional<ProvisionedProduct> search(Lane lane, String provisionedProductId) {
        return clients.call(lane, "SearchProvisionedProducts", provisionedProductId, () -> clients
                .serviceCatalog(lane)
                .searchProvisionedProductsPaginator(SdkCatalogGateway.search()
                        .overrideConfiguration(clients.as(lane))
                        .filters(Map.of(
                                ProvisionedProductViewFilterBy.SEARCH_QUERY, List.of("id:" + provisionedProductId)))
                        .build())
                .stream()
                .flatMap(page -> page.provisionedProducts().stream())
                .map(SdkCatalogGateway::provisionedProduct)
                .filter(found -> found.id().equals(provisionedProductId))
                .findFirst());
    }

    @Override
    public List<StackResource> resources(StackArn stack) {
        return clients.call(stack.lane(), "ListStackResources", stack.toString(), () -> clients
                .cloudFormation(stack.lane())
                .listStackResourcesPaginator(
                        request -> request.stackName(stack.toString()).overrideConfiguration(clients.as(stack.lane())))
                .stackResourceSummaries()
                .stream()
                .filter(found -> found.resourceStatus() != ResourceStatus.DELETE_COMPLETE)
                .map(found -> new StackResource(
                        found.logicalResourceId(),
                        Objects.requireNonNullElse(found.physicalResourceId(), ""),
                        found.resourceType()))
                .toList());
    }
}
