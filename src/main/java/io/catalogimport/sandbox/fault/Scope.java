package io.catalogimport.sandbox.fault;

import io.catalogimport.sandbox.wire.Attempt;
import io.catalogimport.sandbox.wire.Caller;
import java.util.Set;

/**
 * Which calls something is limited to. An empty set limits nothing.
 *
 * @param roles ARNs of roles that a call asks for, when it is one of AssumeRole
 */
public record Scope(
        Set<String> services,
        Set<String> operations,
        Set<String> accounts,
        Set<String> regions,
        Set<String> keys,
        Set<String> roles) {

    public Scope {
        services = Set.copyOf(services);
        operations = Set.copyOf(operations);
        accounts = Set.copyOf(accounts);
        regions = Set.copyOf(regions);
        keys = Set.copyOf(keys);
        roles = Set.copyOf(roles);
    }

    boolean covers(Attempt attempt) {
        Caller caller = attempt.caller();
        return has(services, attempt.service().name())
                && has(operations, attempt.invocation().operation())
                && covers(caller.account(), caller.region())
                && has(keys, attempt.accessKeyId())
                && has(roles, attempt.invocation().parameters().getOrDefault("RoleArn", ""));
    }

    boolean covers(String account, String region) {
        return has(accounts, account) && has(regions, region);
    }

    private static boolean has(Set<String> limits, String value) {
        return limits.isEmpty() || limits.contains(value);
    }
}
