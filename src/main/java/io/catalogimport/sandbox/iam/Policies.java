package io.catalogimport.sandbox.iam;

import io.catalogimport.sandbox.wire.AuthenticatedCall;
import io.catalogimport.sandbox.wire.Caller;
import io.catalogimport.sandbox.wire.Permissions;
import java.util.List;

/**
 * Decides by policies what callers may do, as IAM does: a Deny wins, and what no Allow covers is denied. A caller that no
 * policy concerns may do everything, and so may one that signs nothing: the sandbox has nobody to ask about.
 */
public final class Policies implements Permissions {
    private final List<Policy> policies;

    public Policies(List<Policy> policies) {
        this.policies = List.copyOf(policies);
    }

    @Override
    public void check(AuthenticatedCall call) {
        Caller caller = call.caller();
        List<Policy> concerning = policies.stream()
                .filter(policy -> policy.concerns(caller.account()))
                .toList();
        if (!concerning.isEmpty() && !caller.equals(Caller.ANONYMOUS)) {
            List<Statement> statements = concerning.stream()
                    .flatMap(policy -> policy.statements().stream())
                    .toList();
            Requirements.of(call).forEach(requirement -> check(requirement, statements, call));
        }
    }

    private static void check(Requirement requirement, List<Statement> statements, AuthenticatedCall call) {
        List<Statement> covering = statements.stream()
                .filter(statement -> statement.covers(requirement))
                .toList();
        if (covering.stream().anyMatch(statement -> !statement.allows())) {
            deny(requirement, call, "with an explicit deny in an identity-based policy");
        }
        if (covering.isEmpty()) {
            deny(requirement, call, "because no identity-based policy allows the " + requirement.action() + " action");
        }
    }

    private static void deny(Requirement requirement, AuthenticatedCall call, String why) {
        String resource = requirement.resource().equals("*") ? "" : " on resource: " + requirement.resource();
        throw call.service()
                .dialect()
                .denied()
                .because("User: " + call.caller().arn() + " is not authorized to perform: " + requirement.action()
                        + resource + " " + why);
    }
}
