package io.catalogimport.sandbox.servicecatalog;

import static io.catalogimport.sandbox.wire.Constraints.flag;

import io.catalogimport.sandbox.wire.Answer;
import io.catalogimport.sandbox.wire.AwsError;
import io.catalogimport.sandbox.wire.Caller;
import io.catalogimport.sandbox.wire.Input;
import io.catalogimport.sandbox.wire.Operation;
import io.catalogimport.sandbox.world.Location;
import io.catalogimport.sandbox.world.RegionalState;
import io.catalogimport.sandbox.world.SandboxProvisionedProduct;
import io.catalogimport.sandbox.world.SandboxProvisionedProductStatus;
import io.catalogimport.sandbox.world.SandboxRecord;
import io.catalogimport.sandbox.world.World;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** TerminateProvisionedProduct: without RetainPhysicalResources it deletes the stack, as AWS does. */
final class Termination {
    private static final String OPERATION = "TerminateProvisionedProduct";

    private final World world;

    Termination(World world) {
        this.world = world;
    }

    List<Operation> operations() {
        return List.of(Operation.of(
                OPERATION,
                Shapes.localised()
                        .optional("ProvisionedProductName", Shapes.NAME_OR_ARN)
                        .optional("ProvisionedProductId", Shapes.ID)
                        .required("TerminateToken", Shapes.TOKEN)
                        .optional("IgnoreErrors", flag())
                        .optional("RetainPhysicalResources", flag()),
                this::terminate));
    }

    private Answer terminate(Input input, Caller caller, Instant now) {
        RegionalState state = world.at(Location.of(caller));
        SandboxProvisionedProduct product = RequestedItems.provisionedProduct(state.provisionedProducts(), input, now);
        // Looked for first: a token is only good until the provisioned product is gone.
        Optional<Answer> before = state.tokens().replay(OPERATION, input, now);
        if (before.isPresent()) {
            return before.get();
        }
        if (product.status(now) == SandboxProvisionedProductStatus.UNDER_CHANGE) {
            throw AwsError.INVALID_STATE.because(
                    "Provisioned product " + product.id() + " is under change and cannot be terminated now.");
        }
        boolean retain = input.flag("RetainPhysicalResources");
        SandboxRecord started = world.beginTermination(state, product, caller.arn(), retain, now);
        state.tokens().remember(OPERATION, input, later -> answer(started, later));
        return answer(started.asAccepted(), now);
    }

    private static Answer answer(SandboxRecord started, Instant now) {
        return new Answer().with("RecordDetail", Answers.recordDetail(started, now));
    }
}
