package io.catalogimport.sandbox.servicecatalog;

import static io.catalogimport.sandbox.wire.Constraints.flag;
import static io.catalogimport.sandbox.wire.Constraints.oneOf;

import io.catalogimport.sandbox.wire.Answer;
import io.catalogimport.sandbox.wire.Caller;
import io.catalogimport.sandbox.wire.Input;
import io.catalogimport.sandbox.wire.Operation;
import io.catalogimport.sandbox.world.Location;
import io.catalogimport.sandbox.world.SandboxArtifact;
import io.catalogimport.sandbox.world.SandboxProduct;
import io.catalogimport.sandbox.world.World;
import java.time.Instant;
import java.util.List;

/** UpdateProvisioningArtifact: what is not given stays as it is. */
final class ArtifactChange {
    private final World world;

    ArtifactChange(World world) {
        this.world = world;
    }

    List<Operation> operations() {
        return List.of(Operation.of(
                "UpdateProvisioningArtifact",
                Shapes.localised()
                        .required("ProductId", Shapes.ID)
                        .required("ProvisioningArtifactId", Shapes.ID)
                        .optional("Name", Shapes.ARTIFACT_NAME)
                        .optional("Description", Shapes.ARTIFACT_NAME)
                        .optional("Active", flag())
                        .optional("Guidance", oneOf("DEFAULT", "DEPRECATED")),
                this::update));
    }

    private Answer update(Input input, Caller caller, Instant now) {
        SandboxProduct product =
                new RequestedItems(world.at(Location.of(caller)).catalog()).product(input.text("ProductId"));
        SandboxArtifact changed =
                changed(RequestedItems.artifact(product, input.text("ProvisioningArtifactId")), input);
        product.add(changed);
        return new Answer()
                .with("ProvisioningArtifactDetail", Answers.artifactDetail(changed))
                .with("Info", changed.details())
                .with("Status", changed.status(now));
    }

    private static SandboxArtifact changed(SandboxArtifact artifact, Input input) {
        return new SandboxArtifact(
                artifact.id(),
                input.find("Name").orElse(artifact.name()),
                input.find("Description").orElse(artifact.description()),
                artifact.createdAt(),
                input.find("Active").map(Boolean::parseBoolean).orElse(artifact.active()),
                input.find("Guidance").map("DEPRECATED"::equals).orElse(artifact.deprecated()),
                artifact.template(),
                artifact.details(),
                artifact.verboseDetails(),
                artifact.availableAt());
    }
}
