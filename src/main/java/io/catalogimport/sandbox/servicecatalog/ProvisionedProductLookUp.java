package io.catalogimport.sandbox.servicecatalog;

import io.catalogimport.sandbox.wire.Answer;
import io.catalogimport.sandbox.wire.AwsError;
import io.catalogimport.sandbox.wire.Caller;
import io.catalogimport.sandbox.wire.Input;
import io.catalogimport.sandbox.wire.Operation;
import io.catalogimport.sandbox.world.Location;
import io.catalogimport.sandbox.world.ResultPage;
import io.catalogimport.sandbox.world.SandboxProvisionedProduct;
import io.catalogimport.sandbox.world.SandboxProvisionedProducts;
import io.catalogimport.sandbox.world.World;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** DescribeProvisionedProduct and ScanProvisionedProducts. */
final class ProvisionedProductLookUp {
    private final World world;

    ProvisionedProductLookUp(World world) {
        this.world = world;
    }

    List<Operation> operations() {
        return List.of(
                Operation.of(
                        "DescribeProvisionedProduct",
                        Shapes.localised().optional("Id", Shapes.ID).optional("Name", Shapes.NAME),
                        this::describe),
                Operation.of(
                        "ScanProvisionedProducts",
                        Shapes.paged(20).optional("AccessLevelFilter", Shapes.ACCESS_LEVEL_FILTER),
                        this::scan));
    }

    private Answer describe(Input input, Caller caller, Instant now) {
        SandboxProvisionedProducts products = world.at(Location.of(caller)).provisionedProducts();
        Optional<String> id = input.find("Id");
        Optional<String> name = input.find("Name");
        if (id.isPresent() == name.isPresent()) {
            throw AwsError.INVALID_PARAMETERS.because("Either Id or Name must be given, and not both.");
        }
        SandboxProvisionedProduct product = id.flatMap(given -> products.find(given, now))
                .or(() -> name.flatMap(given -> products.findByName(given, now)))
                .orElseThrow(() -> RequestedItems.notFound(
                        "Provisioned product", id.or(() -> name).orElse("")));
        return new Answer()
                .with("ProvisionedProductDetail", Answers.provisionedProductDetail(product, now))
                .with("CloudWatchDashboards", List.of());
    }

    private Answer scan(Input input, Caller caller, Instant now) {
        AccessLevel level = AccessLevel.of(input, caller);
        List<SandboxProvisionedProduct> visible = world.at(Location.of(caller)).provisionedProducts().all(now).stream()
                .filter(product -> level.shows(product, now))
                .toList();
        ResultPage<SandboxProvisionedProduct> page = Paging.page(visible, input);
        return new Answer()
                .with(
                        "ProvisionedProducts",
                        page.items().stream()
                                .map(product -> Answers.provisionedProductDetail(product, now))
                                .toList())
                .with("NextPageToken", page.nextToken());
    }
}
