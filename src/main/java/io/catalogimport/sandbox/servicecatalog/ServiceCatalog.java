package io.catalogimport.sandbox.servicecatalog;

import io.catalogimport.sandbox.wire.JsonService;
import io.catalogimport.sandbox.wire.Operation;
import io.catalogimport.sandbox.wire.Operations;
import io.catalogimport.sandbox.wire.Service;
import io.catalogimport.sandbox.world.World;
import java.util.List;
import java.util.stream.Stream;

/** The Service Catalog service. */
public final class ServiceCatalog {
    private ServiceCatalog() {}

    public static Service on(World world) {
        List<Operation> operations = Stream.of(
                        new Importing(world).operations(),
                        new ProvisionedProductLookUp(world).operations(),
                        new SearchOperation(world).operations(),
                        new Updating(world).operations(),
                        new PropertyChange(world).operations(),
                        new Termination(world).operations(),
                        new RecordReading(world).operations(),
                        new ProductReading(world).operations(),
                        new ProductSearch(world).operations(),
                        new ProductMaking(world).operations(),
                        new ArtifactReading(world).operations(),
                        new ArtifactChange(world).operations(),
                        new PortfolioOperations(world).operations(),
                        new ConstraintOperations(world).operations(),
                        new TagOptionOperations(world).operations(),
                        new ProvisioningParameters(world).operations())
                .flatMap(List::stream)
                .toList();
        return new JsonService("servicecatalog", "AWS242ServiceCatalogService", new Operations(operations));
    }
}
