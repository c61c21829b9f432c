package io.catalogimport.sandbox.servicecatalog;

import static io.catalogimport.sandbox.wire.Constraints.flag;

import io.catalogimport.sandbox.wire.Answer;
import io.catalogimport.sandbox.wire.Caller;
import io.catalogimport.sandbox.wire.Input;
import io.catalogimport.sandbox.wire.Operation;
import io.catalogimport.sandbox.world.Location;
import io.catalogimport.sandbox.world.SandboxArtifact;
import io.catalogimport.sandbox.world.SandboxProduct;
import io.catalogimport.sandbox.world.World;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** DescribeProvisioningArtifact and ListProvisioningArtifacts. */
final class ArtifactReading {
    private final World world;

    ArtifactReading(World world) {
        this.world = world;
    }

    List<Operation> operations() {
        return List.of(
                Operation.of(
                        "DescribeProvisioningArtifact",
                        Shapes.localised()
                                .optional("ProvisioningArtifactId", Shapes.ID)
                                .optional("ProductId", Shapes.ID)
                                .optional("ProvisioningArtifactName", Shapes.ARTIFACT_NAME)
                                .optional("ProductName", Shapes.LONG_TEXT)
                                .optional("Verbose", flag())
                                .optional("IncludeProvisioningArtifactParameters", flag()),
                        this::describe),
                Operation.of(
                        "ListProvisioningArtifacts", Shapes.localised().required("ProductId", Shapes.ID), this::list));
    }

    private Answer describe(Input input, Caller caller, Instant now) {
        SandboxProduct product = finding(caller).product(input, "ProductId", "ProductName");
        SandboxArtifact artifact = RequestedItems.artifact(product, input);
        Map<String, String> details = new LinkedHashMap<>(artifact.details());
        if (input.flag("Verbose")) {
            details.putAll(artifact.verboseDetails());
        }
        return new Answer()
                .with("ProvisioningArtifactDetail", Answers.artifactDetail(artifact))
                .with("Info", details)
                .with("Status", artifact.status(now))
                .with(
                        "ProvisioningArtifactParameters",
                        input.flag("IncludeProvisioningArtifactParameters") ? parameters(artifact) : null);
    }

    private Answer list(Input input, Caller caller, Instant now) {
        SandboxProduct product = finding(caller).product(input.text("ProductId"));
        return new Answer()
                .with(
                        "ProvisioningArtifactDetails",
                        product.artifacts().stream()
                                .map(Answers::artifactDetail)
                                .toList());
    }

    static List<Answer> parameters(SandboxArtifact artifact) {
        return artifact.template().parameters().entrySet().stream()
                .map(parameter -> parameter(parameter.getKey(), parameter.getValue()))
                .toList();
    }

    private static Answer parameter(String name, Map<?, ?> properties) {
        return new Answer()
                .with("ParameterKey", name)
                .with("DefaultValue", properties.get("Default"))
                .with("ParameterType", properties.get("Type"))
                .with("IsNoEcho", isTrue(properties.get("NoEcho")))
                .with("Description", properties.get("Description"))
                .with("ParameterConstraints", new Answer().with("AllowedValues", properties.get("AllowedValues")));
    }

    private static boolean isTrue(@Nullable Object value) {
        return value != null && Boolean.parseBoolean(value.toString());
    }

    private RequestedItems finding(Caller caller) {
        return new RequestedItems(world.at(Location.of(caller)).catalog());
    }
}
