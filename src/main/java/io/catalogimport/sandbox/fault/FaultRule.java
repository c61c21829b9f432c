package io.catalogimport.sandbox.fault;

import io.catalogimport.sandbox.wire.AuthenticatedCall;
import io.catalogimport.sandbox.wire.Fault;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** One fault, which calls it may hit and how often. Counts, so it belongs to one set of faults only. */
public final class FaultRule {
    private final String name;
    private final FaultKind kind;
    private final Scope scope;
    private final Limits limits;
    private final Map<String, Long> seenByKey = new HashMap<>();
    private long hits;

    public FaultRule(String name, FaultKind kind, Scope scope, Limits limits) {
        this.name = name;
        this.kind = kind;
        this.scope = scope;
        this.limits = limits;
    }

    /**
     * The fault, if it hits the call.
     *
     * @param occasion identifies this rule and this call, so that another run gives the same result
     */
    Optional<Fault> strike(AuthenticatedCall call, Dice dice, String occasion) {
        if (!scope.covers(call)
                || seenByKey.merge(call.accessKeyId(), 1L, Long::sum) <= limits.after()
                || hits >= limits.times()
                || dice.roll(occasion) >= limits.probability()) {
            return Optional.empty();
        }
        Optional<Fault> fault =
                kind.strike(call, dice.roll(occasion + "/extent")).map(effect -> new Fault(name, effect));
        if (fault.isPresent()) {
            hits++;
        }
        return fault;
    }

    long hits() {
        return hits;
    }
}
