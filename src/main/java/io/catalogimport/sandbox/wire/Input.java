package io.catalogimport.sandbox.wire;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** A request's members by their AWS names. What it hands out has passed the operation's constraints before. */
public record Input(Map<String, Object> members) {
    static final Input EMPTY = new Input(Map.of());

    public Input {
        members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    public String text(String name) {
        return find(name).orElseThrow(() -> new IllegalStateException(name + " is missing"));
    }

    public Optional<String> find(String name) {
        return Optional.ofNullable(members.get(name)).map(Object::toString);
    }

    public OptionalInt number(String name) {
        return find(name).map(Integer::parseInt).map(OptionalInt::of).orElseGet(OptionalInt::empty);
    }

    public boolean flag(String name) {
        return find(name).map(Boolean::parseBoolean).orElse(false);
    }

    public Input structure(String name) {
        return members.get(name) instanceof Map<?, ?> map ? of(map) : EMPTY;
    }

    public List<Input> structures(String name) {
        return items(name).stream()
                .filter(Map.class::isInstance)
                .map(item -> of((Map<?, ?>) item))
                .toList();
    }

    public List<String> texts(String name) {
        return items(name).stream().map(Object::toString).toList();
    }

    private List<?> items(String name) {
        return members.get(name) instanceof List<?> list ? list : List.of();
    }

    private static Input of(Map<?, ?> map) {
        Map<String, Object> members = new LinkedHashMap<>();
        map.forEach((name, value) -> members.put(name.toString(), value));
        return new Input(members);
    }
}
