package io.catalogimport.sandbox.world;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A value that changes at known times, so that it can be looked up instead of being pushed along. */
public final class Timeline<T> {
    private final List<Step<T>> steps;

    private record Step<T>(Instant from, T value) {}

    private Timeline(List<Step<T>> steps) {
        this.steps = List.copyOf(steps);
    }

    public static <T> Timeline<T> starting(Instant from, T value) {
        return new Timeline<>(List.of(new Step<>(from, value)));
    }

    public Timeline<T> then(Instant from, T value) {
        List<Step<T>> more = new ArrayList<>(steps);
        more.add(new Step<>(from, value));
        return new Timeline<>(more);
    }

    public T at(Instant now) {
        return stepAt(now).value();
    }

    public Instant changedAt(Instant now) {
        return stepAt(now).from();
    }

    private Step<T> stepAt(Instant now) {
        Step<T> current = steps.get(0);
        for (Step<T> step : steps) {
            if (!step.from().isAfter(now)) {
                current = step;
            }
        }
        return current;
    }
}
