package io.catalogimport.sandbox.fault;

import io.catalogimport.sandbox.wire.AuthenticatedCall;
import io.catalogimport.sandbox.wire.Fault;
import io.catalogimport.sandbox.wire.FaultPlan;
import io.catalogimport.sandbox.world.ImportFates;
import io.catalogimport.sandbox.world.ImportPlan;
import io.catalogimport.sandbox.world.Location;
import io.catalogimport.sandbox.world.Stack;
import java.util.Optional;

/** The faults in force. They are exchanged as a whole, and new ones count from the beginning. Thread-safe. */
public final class Faults implements FaultPlan, ImportFates {
    private volatile FaultSet current = FaultSet.none();

    public FaultSet current() {
        return current;
    }

    public void replace(FaultSet faults) {
        current = faults;
    }

    @Override
    public Optional<Fault> next(AuthenticatedCall call) {
        return current.next(call);
    }

    @Override
    public ImportPlan of(Location location, Stack stack, String token) {
        return current.of(location, stack, token);
    }
}
