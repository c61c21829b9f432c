package io.catalogimport.sandbox.fault;

import io.catalogimport.sandbox.wire.AuthenticatedCall;
import io.catalogimport.sandbox.wire.Caller;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which calls something is limited to. An empty set limits nothing.
 *
 * @param roles ARNs of roles that a call asks for, when it is one of AssumeRole
 * @param products ids of products that a call names
 * @param stacks names or ARNs of stacks; a call may use either
 */
public record Scope(
        Set<String> services,
        Set<String> operations,
        Set<String> accounts,
        Set<String> regions,
        Set<String> keys,
        Set<String> roles,
        Set<String> products,
        Set<String> stacks) {

    /** The members by which operations name a product; {@code Id} is that of DescribeProduct. */
    private static final List<String> PRODUCT_MEMBERS = List.of("ProductId", "Id");

    private static final List<String> STACK_MEMBERS = List.of("StackName", "PhysicalId");

    public Scope {
        services = Set.copyOf(services);
        operations = Set.copyOf(operations);
        accounts = Set.copyOf(accounts);
        regions = Set.copyOf(regions);
        keys = Set.copyOf(keys);
        roles = Set.copyOf(roles);
        products = Set.copyOf(products);
        stacks = Set.copyOf(stacks);
    }

    boolean covers(AuthenticatedCall call) {
        Caller caller = call.caller();
        return has(services, call.service().name())
                && has(operations, call.invocation().operation())
                && covers(caller.account(), caller.region())
                && has(keys, call.accessKeyId())
                && has(roles, call.invocation().parameters().getOrDefault("RoleArn", ""))
                && coversResources(call.invocation().parameters());
    }

    private boolean coversResources(Map<String, String> parameters) {
        return (products.isEmpty() || named(PRODUCT_MEMBERS, parameters).anyMatch(products::contains))
                && (stacks.isEmpty()
                        || named(STACK_MEMBERS, parameters)
                                .anyMatch(stack -> stacks.stream().anyMatch(limit -> isSameStack(limit, stack))));
    }

    private static Stream<String> named(List<String> members, Map<String, String> parameters) {
        return members.stream().map(parameters::get).filter(Objects::nonNull);
    }

    /** One of the two may be the name alone, the other the ARN. */
    private static boolean isSameStack(String one, String other) {
        return one.equals(other) || stackName(one).equals(other) || one.equals(stackName(other));
    }

    private static String stackName(String nameOrArn) {
        String[] parts = nameOrArn.split("/", -1);
        return parts.length == 3 ? parts[1] : nameOrArn;
    }

    boolean covers(String account, String region) {
        return has(accounts, account) && has(regions, region);
    }

    private static boolean has(Set<String> limits, String value) {
        return limits.isEmpty() || limits.contains(value);
    }
}
