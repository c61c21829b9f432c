package io.catalogimport.sandbox.world;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The stacks of one location. A name belongs to one living stack, and is free again once that is deleted. */
public final class Stacks {
    private final Map<String, Stack> byArn = new LinkedHashMap<>();
    private final Map<String, Stack> newestByName = new HashMap<>();

    public void add(Stack stack) {
        byArn.put(stack.arn(), stack);
        newestByName.put(stack.name(), stack);
    }

    public Optional<Stack> findByArn(String arn) {
        return Optional.ofNullable(byArn.get(arn));
    }

    /** By ARN a deleted stack is still found, by name it is not. */
    public Optional<Stack> find(String nameOrArn, Instant now) {
        return findByArn(nameOrArn).or(() -> Optional.ofNullable(newestByName.get(nameOrArn))
                .filter(stack -> stack.status().at(now) != SandboxStackStatus.DELETE_COMPLETE));
    }

    /** All stacks, deleted ones too, the newest first. */
    public List<Stack> newestFirst() {
        List<Stack> stacks = new ArrayList<>(byArn.values());
        Collections.reverse(stacks);
        return stacks;
    }

    public void delete(Stack stack, Instant now, Instant gone) {
        if (stack.status().at(now) != SandboxStackStatus.DELETE_COMPLETE) {
            stack.follow(Timeline.starting(now, SandboxStackStatus.DELETE_IN_PROGRESS)
                    .then(gone, SandboxStackStatus.DELETE_COMPLETE));
        }
    }
}
