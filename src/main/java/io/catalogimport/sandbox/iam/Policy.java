package io.catalogimport.sandbox.iam;

import java.util.List;
import java.util.Set;

/**
 * A policy document.
 *
 * @param accounts whose callers it is for; all where it is empty
 */
public record Policy(Set<String> accounts, List<Statement> statements) {
    public Policy {
        accounts = Set.copyOf(accounts);
        statements = List.copyOf(statements);
    }

    boolean concerns(String account) {
        return accounts.isEmpty() || accounts.contains(account);
    }
}
