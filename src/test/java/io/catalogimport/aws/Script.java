package io.catalogimport.aws;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;

/** What a fake answers: one thing after another, and the last again and again. */
public final class Script<T> {
    private final Deque<Supplier<T>> answers = new ArrayDeque<>();
    private boolean isDefault = true;

    Script(T unlessSaid) {
        answers.add(() -> unlessSaid);
    }

    /** Answers so next; the first call replaces what is answered unless something is said. */
    public Script<T> then(T answer) {
        return then(() -> answer);
    }

    /** Fails so next. */
    public Script<T> thenThrow(RuntimeException failure) {
        return then(() -> {
            throw failure;
        });
    }

    /** Forgets what was to be answered; what is said next counts. */
    public Script<T> afresh() {
        isDefault = true;
        return this;
    }

    private Script<T> then(Supplier<T> answer) {
        if (isDefault) {
            answers.clear();
            isDefault = false;
        }
        answers.add(answer);
        return this;
    }

    T play() {
        return (answers.size() > 1 ? answers.remove() : answers.element()).get();
    }
}
