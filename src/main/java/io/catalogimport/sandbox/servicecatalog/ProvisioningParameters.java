package io.catalogimport.sandbox.servicecatalog;

import io.catalogimport.sandbox.wire.Answer;
import io.catalogimport.sandbox.wire.AwsError;
import io.catalogimport.sandbox.wire.Caller;
import io.catalogimport.sandbox.wire.Input;
import io.catalogimport.sandbox.wire.Operation;
import io.catalogimport.sandbox.world.Catalog;
import io.catalogimport.sandbox.world.Location;
import io.catalogimport.sandbox.world.ProductConstraint;
import io.catalogimport.sandbox.world.SandboxArtifact;
import io.catalogimport.sandbox.world.SandboxLaunchPath;
import io.catalogimport.sandbox.world.SandboxProduct;
import io.catalogimport.sandbox.world.World;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** DescribeProvisioningParameters: what a launch or an update of a product version meets. */
final class ProvisioningParameters {
    private final World world;

    ProvisioningParameters(World world) {
        this.world = world;
    }

    List<Operation> operations() {
        return List.of(Operation.of(
                "DescribeProvisioningParameters",
                Shapes.localised()
                        .optional("ProductId", Shapes.ID)
                        .optional("ProductName", Shapes.LONG_TEXT)
                        .optional("ProvisioningArtifactId", Shapes.ID)
                        .optional("ProvisioningArtifactName", Shapes.ARTIFACT_NAME)
                        .optional("PathId", Shapes.ID)
                        .optional("PathName", Shapes.PATH_NAME),
                this::describe));
    }

    private Answer describe(Input input, Caller caller, Instant now) {
        requireOneOf(input, "ProductId", "ProductName");
        requireOneOf(input, "ProvisioningArtifactId", "ProvisioningArtifactName");
        Catalog catalog = world.at(Location.of(caller)).catalog();
        SandboxProduct product = new RequestedItems(catalog).product(input, "ProductId", "ProductName");
        SandboxArtifact artifact = RequestedItems.artifact(product, input);
        SandboxLaunchPath path = LaunchPathChoice.of(catalog, product, input, caller);
        return new Answer()
                .with("ProvisioningArtifactParameters", ArtifactReading.parameters(artifact))
                .with("ConstraintSummaries", ProductReading.constraints(path))
                .with("UsageInstructions", usage(path))
                .with(
                        "TagOptions",
                        path.tagOptions().entrySet().stream()
                                .map(option -> new Answer()
                                        .with("Key", option.getKey())
                                        .with("Values", option.getValue()))
                                .toList());
    }

    private static void requireOneOf(Input input, String id, String name) {
        if (input.find(id).isPresent() && input.find(name).isPresent()) {
            throw AwsError.INVALID_PARAMETERS.because("You must provide " + id + " or " + name + ", but not both.");
        }
    }

    /** The types are those that answers of AWS show in public; AWS's page does not list them. */
    private static List<Answer> usage(SandboxLaunchPath path) {
        List<Answer> usage = new ArrayList<>();
        for (ProductConstraint constraint : path.constraints()) {
            add(usage, "launchAsRole", constraint.role());
            add(usage, "tagUpdateOnProvisionedProduct", constraint.tagUpdates());
        }
        return usage;
    }

    private static void add(List<Answer> usage, String type, @Nullable String value) {
        if (value != null) {
            usage.add(new Answer().with("Type", type).with("Value", value));
        }
    }
}
