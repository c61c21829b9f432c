package io.catalogimport.sandbox.servicecatalog;

import static io.catalogimport.sandbox.wire.Constraints.text;

import io.catalogimport.sandbox.wire.Answer;
import io.catalogimport.sandbox.wire.Caller;
import io.catalogimport.sandbox.wire.Input;
import io.catalogimport.sandbox.wire.Operation;
import io.catalogimport.sandbox.world.Location;
import io.catalogimport.sandbox.world.RegionalState;
import io.catalogimport.sandbox.world.SandboxRecord;
import io.catalogimport.sandbox.world.World;
import io.catalogimport.sandbox.world.World.ImportOrder;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** ImportAsProvisionedProduct. */
final class Importing {
    private static final String OPERATION = "ImportAsProvisionedProduct";

    private final World world;
    private final ImportRules rules;

    Importing(World world) {
        this.world = world;
        this.rules = new ImportRules(world);
    }

    List<Operation> operations() {
        return List.of(Operation.of(
                OPERATION,
                Shapes.localised()
                        .required("ProductId", Shapes.ID)
                        .required("ProvisioningArtifactId", Shapes.ID)
                        .required("ProvisionedProductName", Shapes.NAME)
                        .required("PhysicalId", text())
                        .required("IdempotencyToken", Shapes.TOKEN),
                this::importStack));
    }

    private Answer importStack(Input input, Caller caller, Instant now) {
        RegionalState state = world.at(Location.of(caller));
        Optional<Answer> before = state.tokens().replay(OPERATION, input, now);
        if (before.isPresent()) {
            return before.get();
        }
        ImportOrder order = rules.check(state, input, caller, now);
        SandboxRecord started = world.beginImport(state, order, now);
        state.tokens().remember(OPERATION, input, later -> answer(started, later));
        return answer(started.asAccepted(), now);
    }

    private static Answer answer(SandboxRecord started, Instant now) {
        return new Answer().with("RecordDetail", Answers.recordDetail(started, now));
    }
}
