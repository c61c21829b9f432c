package io.catalogimport.sandbox.servicecatalog;

import io.catalogimport.sandbox.wire.Answer;
import io.catalogimport.sandbox.wire.AwsError;
import io.catalogimport.sandbox.wire.Caller;
import io.catalogimport.sandbox.wire.Input;
import io.catalogimport.sandbox.wire.Operation;
import io.catalogimport.sandbox.world.Location;
import io.catalogimport.sandbox.world.RegionalState;
import io.catalogimport.sandbox.world.SandboxArtifact;
import io.catalogimport.sandbox.world.SandboxLaunchPath;
import io.catalogimport.sandbox.world.SandboxProduct;
import io.catalogimport.sandbox.world.SandboxProvisionedProduct;
import io.catalogimport.sandbox.world.SandboxProvisionedProductStatus;
import io.catalogimport.sandbox.world.SandboxRecord;
import io.catalogimport.sandbox.world.World;
import io.catalogimport.sandbox.world.World.Update;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** UpdateProvisionedProduct, as far as it changes the version. Parameters are taken and have no effect. */
final class Updating {
    private static final String OPERATION = "UpdateProvisionedProduct";

    private final World world;

    Updating(World world) {
        this.world = world;
    }

    List<Operation> operations() {
        return List.of(Operation.of(
                OPERATION,
                Shapes.localised()
                        .optional("ProvisionedProductName", Shapes.NAME_OR_ARN)
                        .optional("ProvisionedProductId", Shapes.ID)
                        .optional("ProductId", Shapes.ID)
                        .optional("ProvisioningArtifactId", Shapes.ID)
                        .optional("ProvisioningArtifactName", Shapes.ARTIFACT_NAME)
                        .optional("PathId", Shapes.ID)
                        .optional("Tags", Shapes.TAGS)
                        .required("UpdateToken", Shapes.TOKEN),
                this::update));
    }

    private Answer update(Input input, Caller caller, Instant now) {
        RegionalState state = world.at(Location.of(caller));
        Optional<Answer> before = state.tokens().replay(OPERATION, input, now);
        if (before.isPresent()) {
            return before.get();
        }
        SandboxProvisionedProduct product = RequestedItems.provisionedProduct(state.provisionedProducts(), input, now);
        requireSameProduct(product, input);
        requireUpdatable(product, now);
        SandboxArtifact artifact = artifact(product, input, now);
        SandboxLaunchPath path =
                state.catalog().launchPaths(product.origin().product().id(), caller.principalArn()).stream()
                        .findFirst()
                        .orElseThrow(() ->
                                ImportRules.noPath(product.origin().product().id()));
        requireTagsMayChange(path, input);
        Update request = new Update(artifact, input.text("UpdateToken"), path.id(), caller.arn());
        SandboxRecord started = world.beginUpdate(state, product, request, now);
        state.tokens().remember(OPERATION, input, later -> answer(started, later));
        return answer(started.asAccepted(), now);
    }

    /** Source: API reference of UpdateProvisionedProduct, on Tags. */
    private static void requireTagsMayChange(SandboxLaunchPath path, Input input) {
        boolean isAllowed =
                path.constraints().stream().anyMatch(constraint -> "ALLOWED".equals(constraint.tagUpdates()));
        if (!input.structures("Tags").isEmpty() && !isAllowed) {
            throw AwsError.INVALID_PARAMETERS.because(
                    "Tags can be updated only if a RESOURCE_UPDATE constraint has TagUpdateOnProvisionedProduct set to ALLOWED.");
        }
    }

    private static void requireSameProduct(SandboxProvisionedProduct product, Input input) {
        String own = product.origin().product().id();
        input.find("ProductId").filter(other -> !other.equals(own)).ifPresent(other -> {
            throw AwsError.INVALID_PARAMETERS.because("Provisioned product " + product.id() + " is of product " + own
                    + "; this sandbox changes only the version.");
        });
    }

    private static void requireUpdatable(SandboxProvisionedProduct product, Instant now) {
        SandboxProvisionedProductStatus status = product.status(now);
        if (status != SandboxProvisionedProductStatus.AVAILABLE && status != SandboxProvisionedProductStatus.TAINTED) {
            throw AwsError.INVALID_STATE.because("Provisioned product " + product.id() + " has the status " + status
                    + " and cannot be updated now.");
        }
    }

    private static SandboxArtifact artifact(SandboxProvisionedProduct provisioned, Input input, Instant now) {
        SandboxProduct product = provisioned.origin().product();
        boolean isNamed = input.find("ProvisioningArtifactId").isPresent()
                || input.find("ProvisioningArtifactName").isPresent();
        SandboxArtifact artifact = isNamed ? RequestedItems.artifact(product, input) : provisioned.artifact(now);
        if (!artifact.active()) {
            throw AwsError.INVALID_PARAMETERS.because("Provisioning artifact " + artifact.id() + " is not active.");
        }
        return artifact;
    }

    private static Answer answer(SandboxRecord started, Instant now) {
        return new Answer().with("RecordDetail", Answers.recordDetail(started, now));
    }
}
