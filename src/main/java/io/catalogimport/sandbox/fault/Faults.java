package io.catalogimport.sandbox.fault;

import io.catalogimport.sandbox.wire.Attempt;
import io.catalogimport.sandbox.wire.Fault;
import io.catalogimport.sandbox.wire.FaultPlan;
import java.util.Optional;

/** The faults in force. They are exchanged as a whole, and new ones count from the beginning. Thread-safe. */
public final class Faults implements FaultPlan {
    private volatile FaultSet current = FaultSet.none();

    public FaultSet current() {
        return current;
    }

    public void replace(FaultSet faults) {
        current = faults;
    }

    @Override
    public Optional<Fault> next(Attempt attempt) {
        return current.next(attempt);
    }
}
