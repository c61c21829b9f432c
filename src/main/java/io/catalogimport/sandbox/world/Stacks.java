package io.catalogimport.sandbox.world;

import java.time.Instant;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The stacks of one location. A name belongs to one living stack, and is free again once that is deleted. */
public final class Stacks {
    private final List<Stack> oldestFirst = new ArrayList<>();
    private final Map<String, Stack> byArn = new HashMap<>();
    private final Map<String, Stack> newestByName = new HashMap<>();

    public void add(Stack stack) {
        oldestFirst.add(stack);
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

    /** All stacks, deleted ones too, the newest first. A view: to copy all of them for each page would take long. */
    public List<Stack> newestFirst() {
        return new AbstractList<>() {
            @Override
            public Stack get(int index) {
                return oldestFirst.get(oldestFirst.size() - 1 - index);
            }

            @Override
            public int size() {
                return oldestFirst.size();
            }
        };
    }

    public void delete(Stack stack, Instant now, Instant gone) {
        if (stack.status().at(now) != SandboxStackStatus.DELETE_COMPLETE) {
            stack.follow(Timeline.starting(now, SandboxStackStatus.DELETE_IN_PROGRESS)
                    .then(gone, SandboxStackStatus.DELETE_COMPLETE));
        }
    }
}
