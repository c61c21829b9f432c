package io.catalogimport.sandbox.wire;

import java.time.Instant;

/** One operation of a service: its name, the constraints on its members, and what it does. */
public record Operation(String name, Constraint.Structure constraints, boolean signed, Handler handler) {

    public static Operation of(String name, Constraint.Structure constraints, Handler handler) {
        return new Operation(name, constraints, true, handler);
    }

    public static Operation unsigned(String name, Constraint.Structure constraints, Handler handler) {
        return new Operation(name, constraints, false, handler);
    }

    /** Carries the operation out, or throws a {@link RefusedCallException}. */
    @FunctionalInterface
    public interface Handler {
        Answer handle(Input input, Caller caller, Instant now);
    }
}
