package io.catalogimport.sandbox.wire;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A service's operations by name. */
public final class Operations {
    private final Map<String, Operation> byName = new LinkedHashMap<>();

    public Operations(List<Operation> operations) {
        operations.forEach(operation -> byName.put(operation.name(), operation));
    }

    Optional<Operation> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    static Answer perform(Operation operation, Dialect dialect, Invocation invocation, Caller caller) {
        Input input = invocation.input();
        Violations violations = new Violations();
        try {
            operation.constraints().check("", input.members(), violations);
        } catch (MalformedMemberException e) {
            throw dialect.malformed().because(String.valueOf(e.getMessage()));
        }
        if (!violations.isEmpty()) {
            throw dialect.invalid().because(violations.message());
        }
        Instant now = invocation.request().at();
        return operation.handler().handle(input, caller, now);
    }
}
