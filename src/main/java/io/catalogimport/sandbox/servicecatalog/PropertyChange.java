package io.catalogimport.sandbox.servicecatalog;

import static io.catalogimport.sandbox.wire.Constraints.map;
import static io.catalogimport.sandbox.wire.Constraints.text;

import io.catalogimport.sandbox.wire.Answer;
import io.catalogimport.sandbox.wire.AwsError;
import io.catalogimport.sandbox.wire.Caller;
import io.catalogimport.sandbox.wire.Input;
import io.catalogimport.sandbox.wire.Operation;
import io.catalogimport.sandbox.world.Location;
import io.catalogimport.sandbox.world.RegionalState;
import io.catalogimport.sandbox.world.SandboxProvisionedProduct;
import io.catalogimport.sandbox.world.SandboxProvisionedProduct.Owner;
import io.catalogimport.sandbox.world.SandboxProvisionedProductStatus;
import io.catalogimport.sandbox.world.SandboxRecord;
import io.catalogimport.sandbox.world.World;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * UpdateProvisionedProductProperties. The rules are those of the API reference; in which words AWS refuses is not known.
 */
final class PropertyChange {
    private static final String OPERATION = "UpdateProvisionedProductProperties";
    private static final String OWNER = "OWNER";
    private static final String LAUNCH_ROLE = "LAUNCH_ROLE";

    private static final Pattern ROLE = Pattern.compile("arn:[a-z-]+:iam::(\\d{12}):role/(?:.*/)?([\\w+=,.@-]+)");
    private static final Pattern PRINCIPAL =
            Pattern.compile("arn:[a-z-]+:(?:iam::(\\d{12}):(?:user|role)/.+|sts::(\\d{12}):assumed-role/[^/]+/.+)");

    private final World world;

    PropertyChange(World world) {
        this.world = world;
    }

    List<Operation> operations() {
        return List.of(Operation.of(
                OPERATION,
                Shapes.localised()
                        .required("ProvisionedProductId", Shapes.ID)
                        .required("ProvisionedProductProperties", map(1, 100, text(0, 1024)))
                        .required("IdempotencyToken", Shapes.TOKEN),
                this::change));
    }

    private Answer change(Input input, Caller caller, Instant now) {
        RegionalState state = world.at(Location.of(caller));
        Optional<Answer> before = state.tokens().replay(OPERATION, input, now);
        if (before.isPresent()) {
            return before.get();
        }
        SandboxProvisionedProduct product = state.provisionedProducts()
                .find(input.text("ProvisionedProductId"), now)
                .orElseThrow(() -> RequestedItems.notFound("Provisioned product", input.text("ProvisionedProductId")));
        Input properties = input.structure("ProvisionedProductProperties");
        requireKnown(properties);
        if (product.status(now) == SandboxProvisionedProductStatus.UNDER_CHANGE) {
            throw AwsError.INVALID_STATE.because("Provisioned product " + product.id() + " is under change.");
        }
        @Nullable
        Owner owner = properties.find(OWNER).map(arn -> owner(arn, caller)).orElse(null);
        @Nullable
        String launchRole =
                properties.find(LAUNCH_ROLE).map(PropertyChange::role).orElse(null);
        SandboxRecord started =
                world.beginPropertyChange(state, product, new World.Properties(owner, launchRole, caller.arn()), now);
        state.tokens().remember(OPERATION, input, later -> answer(input, started, later));
        return answer(input, started.asAccepted(), now);
    }

    private static void requireKnown(Input properties) {
        properties.members().keySet().stream()
                .filter(key -> !key.equals(OWNER) && !key.equals(LAUNCH_ROLE))
                .findFirst()
                .ifPresent(key -> {
                    throw AwsError.VALIDATION_EXCEPTION.because("1 validation error detected: Value '" + key
                            + "' at 'provisionedProductProperties' failed to satisfy constraint: Map keys must satisfy"
                            + " constraint: [Member must satisfy enum value set: [OWNER, LAUNCH_ROLE]]");
                });
    }

    /** A user, a role or an assumed role of the same account. */
    private static Owner owner(String arn, Caller caller) {
        Matcher form = PRINCIPAL.matcher(arn);
        if (!form.matches()) {
            throw AwsError.INVALID_PARAMETERS.because(
                    "The owner " + arn + " is not the ARN of a user, of a role or of an assumed role.");
        }
        String account = form.group(1) == null ? form.group(2) : form.group(1);
        if (!account.equals(caller.account())) {
            throw AwsError.INVALID_PARAMETERS.because(
                    "The owner " + arn + " is not in account " + caller.account() + ".");
        }
        return new Owner(arn, arn);
    }

    private static String role(String arn) {
        if (!ROLE.matcher(arn).matches()) {
            throw AwsError.INVALID_PARAMETERS.because("The launch role " + arn + " is not the ARN of a role.");
        }
        return arn;
    }

    private static Answer answer(Input input, SandboxRecord started, Instant now) {
        return new Answer()
                .with("ProvisionedProductId", started.provisionedProduct().id())
                .with(
                        "ProvisionedProductProperties",
                        input.structure("ProvisionedProductProperties").members())
                .with("RecordId", started.id())
                .with("Status", started.status().at(now).name());
    }
}
