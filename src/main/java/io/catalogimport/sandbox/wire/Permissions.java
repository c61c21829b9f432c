package io.catalogimport.sandbox.wire;

/** Decides what callers may do. Thread-safe. */
@FunctionalInterface
public interface Permissions {

    /** Refuses the call with a {@link RefusedCallException} where its caller may not make it. */
    void check(AuthenticatedCall call);
}
