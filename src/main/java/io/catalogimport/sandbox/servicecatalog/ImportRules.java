package io.catalogimport.sandbox.servicecatalog;

import io.catalogimport.sandbox.wire.AwsError;
import io.catalogimport.sandbox.wire.Caller;
import io.catalogimport.sandbox.wire.Input;
import io.catalogimport.sandbox.wire.RefusedCallException;
import io.catalogimport.sandbox.world.ImportBehaviour;
import io.catalogimport.sandbox.world.RegionalState;
import io.catalogimport.sandbox.world.SandboxArtifact;
import io.catalogimport.sandbox.world.SandboxLaunchPath;
import io.catalogimport.sandbox.world.SandboxProduct;
import io.catalogimport.sandbox.world.SandboxStackStatus;
import io.catalogimport.sandbox.world.Stack;
import io.catalogimport.sandbox.world.World;
import io.catalogimport.sandbox.world.World.ImportOrder;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What must be true before a stack is imported. The rules are those of the API reference; the sentences are our own,
 * because AWS's are not known.
 */
final class ImportRules {
    /** CloudFormation gives them such names. The prefix alone may be the choice of a person. */
    private static final Pattern STACK_SET_INSTANCE =
            Pattern.compile("StackSet-.+-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final World world;

    ImportRules(World world) {
        this.world = world;
    }

    ImportOrder check(RegionalState state, Input input, Caller caller, Instant now) {
        Stack stack = stack(state, input.text("PhysicalId"));
        SandboxProduct product = new RequestedItems(state.catalog()).product(input.text("ProductId"));
        SandboxArtifact artifact = RequestedItems.artifact(product, input.text("ProvisioningArtifactId"));
        SandboxLaunchPath path = path(state, product, caller);
        requireNoOther(state, now);
        requireImportable(stack, now);
        requireActive(artifact);
        if (!stack.hasTemplate(artifact.template())) {
            throw AwsError.INVALID_PARAMETERS.because("The template of stack " + stack.arn()
                    + " does not match the template of provisioning artifact " + artifact.id() + ".");
        }
        requireNew(state, stack, input.text("ProvisionedProductName"), now);
        if (world.importPlan(state, stack, input.text("IdempotencyToken")).behaviour()
                instanceof ImportBehaviour.Refuse refusal) {
            throw new RefusedCallException(refusal.code(), 400, refusal.message());
        }
        return new ImportOrder(
                product,
                artifact,
                stack,
                input.text("ProvisionedProductName"),
                input.text("IdempotencyToken"),
                path,
                caller.arn(),
                caller.principalArn());
    }

    private static Stack stack(RegionalState state, String physicalId) {
        if (!physicalId.startsWith(state.location().arn("cloudformation", "stack/"))) {
            throw AwsError.INVALID_PARAMETERS.because("The physical id " + physicalId
                    + " is not the ARN of a CloudFormation stack in " + state.location() + ".");
        }
        return state.stacks().findByArn(physicalId).orElseThrow(() -> RequestedItems.notFound("Stack", physicalId));
    }

    private static void requireImportable(Stack stack, Instant now) {
        if (stack.parent().isPresent()) {
            throw AwsError.INVALID_PARAMETERS.because("Stack " + stack.arn() + " is nested in "
                    + stack.root().arn() + ". Only root stacks can be imported.");
        }
        if (STACK_SET_INSTANCE.matcher(stack.name()).matches()) {
            throw AwsError.INVALID_PARAMETERS.because(
                    "Stack " + stack.arn() + " is an instance of a stack set. Stack sets cannot be imported.");
        }
        SandboxStackStatus status = stack.status().at(now);
        if (!status.isImportable()) {
            throw AwsError.INVALID_STATE.because(
                    "Stack " + stack.arn() + " has the status " + status + " and cannot be imported.");
        }
    }

    private static void requireActive(SandboxArtifact artifact) {
        if (!artifact.active()) {
            throw AwsError.INVALID_PARAMETERS.because("Provisioning artifact " + artifact.id() + " is not active.");
        }
    }

    /** A principal with several paths imports by the first: the operation takes no path. */
    private static SandboxLaunchPath path(RegionalState state, SandboxProduct product, Caller caller) {
        List<SandboxLaunchPath> paths = state.catalog().launchPaths(product.id(), caller.principalArn());
        if (paths.isEmpty()) {
            throw noPath(product.id());
        }
        return paths.get(0);
    }

    static RefusedCallException noPath(String productId) {
        return AwsError.RESOURCE_NOT_FOUND.because("No launch paths found for resource: " + productId);
    }

    private static void requireNoOther(RegionalState state, Instant now) {
        state.importInFlight(now).ifPresent(other -> {
            throw AwsError.INVALID_STATE.because("Another import is in progress in " + state.location() + ": record "
                    + other.id() + " of stack "
                    + other.provisionedProduct().origin().stack().arn()
                    + ". Only one provisioned product can be imported at a time.");
        });
    }

    private void requireNew(RegionalState state, Stack stack, String name, Instant now) {
        if (world.isNameTaken(state.location(), name, now)) {
            throw AwsError.DUPLICATE_RESOURCE.because("A provisioned product named " + name + " already exists.");
        }
        state.provisionedProducts().findByStack(stack, now).ifPresent(owner -> {
            throw AwsError.DUPLICATE_RESOURCE.because(
                    "Stack " + stack.arn() + " already belongs to provisioned product " + owner.id() + ".");
        });
    }
}
