package io.catalogimport.sandbox.wire;

import java.util.Optional;

/** Decides what goes wrong. Is asked once for each call, in the order in which they come. Thread-safe. */
@FunctionalInterface
public interface FaultPlan {
    Optional<Fault> next(AuthenticatedCall call);
}
