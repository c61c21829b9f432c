package io.catalogimport.sandbox.fault;

import io.catalogimport.sandbox.wire.Attempt;
import io.catalogimport.sandbox.wire.Caller;
import java.util.Set;

/** Which calls something is limited to. An empty set limits nothing. */
public record Scope(
        Set<String> services, Set<String> operations, Set<String> accounts, Set<String> regions, Set<String> keys) {

    public Scope {
        services = Set.copyOf(services);
        operations = Set.copyOf(operations);
        accounts = Set.copyOf(accounts);
        regions = Set.copyOf(regions);
        keys = Set.copyOf(keys);
    }

    boolean covers(Attempt attempt) {
        Caller caller = attempt.caller();
        return has(services, attempt.service().name())
                && has(operations, attempt.invocation().operation())
                && covers(caller.account(), caller.region())
                && has(keys, attempt.accessKeyId());
    }

    boolean covers(String account, String region) {
        return has(accounts, account) && has(regions, region);
    }

    private static boolean has(Set<String> limits, String value) {
        return limits.isEmpty() || limits.contains(value);
    }
}
