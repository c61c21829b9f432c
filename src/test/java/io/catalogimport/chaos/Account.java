package io.catalogimport.chaos;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.servicecatalog.ServiceCatalogClient;
import software.amazon.awssdk.services.servicecatalog.model.AccessLevelFilterKey;
import software.amazon.awssdk.services.servicecatalog.model.ProvisionedProductAttribute;
import software.amazon.awssdk.services.servicecatalog.model.ProvisionedProductStatus;
import software.amazon.awssdk.services.servicecatalog.model.RecordDetail;
import software.amazon.awssdk.services.servicecatalog.model.RecordStatus;

/** The account as its operator sees it, beside the program and with other credentials. */
final class Account implements AutoCloseable {
    private final Map<String, ServiceCatalogClient> byRegion;

    Account(URI endpoint, List<String> regions) {
        this.byRegion =
                regions.stream().collect(Collectors.toMap(Function.identity(), region -> client(endpoint, region)));
    }

    /** What became of the import that has this record. */
    ImportRecord record(String region, String recordId) {
        RecordDetail detail =
                catalog(region).describeRecord(request -> request.id(recordId)).recordDetail();
        boolean ended = detail.status() == RecordStatus.SUCCEEDED || detail.status() == RecordStatus.FAILED;
        return new ImportRecord(
                recordId,
                detail.status() == RecordStatus.SUCCEEDED,
                detail.createdTime(),
                ended ? detail.updatedTime() : Instant.MAX);
    }

    /** Does what the program says of a failed import: lets go of what is left of it, so that it can be tried again. */
    void endFaultsOfImports() {
        byRegion.values().forEach(catalog -> catalog
                .searchProvisionedProductsPaginator(request -> request.accessLevelFilter(
                        level -> level.key(AccessLevelFilterKey.ACCOUNT).value("self")))
                .stream()
                .flatMap(page -> page.provisionedProducts().stream())
                .filter(product -> product.status() == ProvisionedProductStatus.ERROR)
                .map(ProvisionedProductAttribute::id)
                .toList()
                .forEach(id -> catalog.terminateProvisionedProduct(request -> request.provisionedProductId(id)
                        .terminateToken("fix-" + id)
                        .retainPhysicalResources(true))));
    }

    @Override
    public void close() {
        byRegion.values().forEach(ServiceCatalogClient::close);
    }

    private ServiceCatalogClient catalog(String region) {
        ServiceCatalogClient catalog = byRegion.get(region);
        if (catalog == null) {
            throw new AssertionError("There is no lane in " + region);
        }
        return catalog;
    }

    private static ServiceCatalogClient client(URI endpoint, String region) {
        return ServiceCatalogClient.builder()
                .endpointOverride(endpoint)
                .region(Region.of(region))
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create("operator", "operator")))
                .build();
    }
}
