package io.catalogimport.validation;

import java.util.List;

/** Says what somebody should know of the stack. What its template shows is said where the templates are compared. */
final class NotedStack implements MappingRule {
    private final StackNotes notes;

    NotedStack(StackNotes notes) {
        this.notes = notes;
    }

    @Override
    public List<Finding> check(Candidate candidate) {
        return candidate.stack().stream()
                .flatMap(stack -> notes.of(stack.traits(), candidate.toolsOfTemplate()).stream())
                .toList();
    }
}
