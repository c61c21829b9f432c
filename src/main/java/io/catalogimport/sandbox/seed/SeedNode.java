package io.catalogimport.sandbox.seed;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.convert.DurationStyle;

/** One place in a seed, which knows its own name, so that what is wrong with it can be said. */
record SeedNode(String file, String path, Object value) {

    SeedException wrong(String complaint) {
        return new SeedException(file + ": " + (path.isEmpty() ? "" : path + ": ") + complaint);
    }

    /** Refuses keys that mean nothing here: they are misspelt. */
    SeedNode allowing(String... keys) {
        Set<String> known = Set.of(keys);
        for (String key : map().keySet()) {
            if (!known.contains(key)) {
                throw child(key, "").wrong("unknown key; known are " + String.join(", ", keys));
            }
        }
        return this;
    }

    /** The entries of a map; none where it is left out or empty. */
    Map<String, SeedNode> entries() {
        Map<String, SeedNode> entries = new LinkedHashMap<>();
        map().forEach((key, content) -> entries.put(key, child(key, content)));
        return entries;
    }

    Optional<SeedNode> find(String key) {
        return Optional.ofNullable(map().get(key)).map(content -> child(key, content));
    }

    List<SeedNode> items(String key) {
        Optional<SeedNode> list = find(key);
        if (list.isEmpty() || list.get().value().equals("")) {
            return List.of();
        }
        if (!(list.get().value() instanceof List<?> contents)) {
            throw list.get().wrong("must be a list");
        }
        List<SeedNode> items = new ArrayList<>();
        for (int i = 0; i < contents.size(); i++) {
            items.add(new SeedNode(file, list.get().path() + "[" + i + "]", contents.get(i)));
        }
        return items;
    }

    /** The items of a list, or the one thing that stands in its place. */
    List<SeedNode> itemsOrOne(String key) {
        return find(key)
                .filter(node ->
                        !(node.value() instanceof List<?>) && !node.value().equals(""))
                .map(List::of)
                .orElseGet(() -> items(key));
    }

    String text() {
        if (!(value instanceof String text) || text.isEmpty()) {
            throw wrong("must be a text");
        }
        return text;
    }

    String text(String key) {
        return find(key).orElseThrow(() -> wrong(key + " is missing")).text();
    }

    String text(String key, String otherwise) {
        return find(key).map(SeedNode::text).orElse(otherwise);
    }

    boolean flag(String key, boolean otherwise) {
        return find(key)
                .map(node -> node.oneOf(Map.of("true", true, "false", false)))
                .orElse(otherwise);
    }

    /** A whole number that is not negative. */
    long whole(String key, long otherwise) {
        return find(key)
                .map(node -> {
                    if (!node.text().matches("\\d{1,18}")) {
                        throw node.wrong("must be a whole number, not " + node.text());
                    }
                    return Long.parseLong(node.text());
                })
                .orElse(otherwise);
    }

    /** A number that is not negative. */
    double number(String key, double otherwise) {
        return find(key)
                .map(node -> {
                    if (!node.text().matches("\\d{1,9}(\\.\\d{1,15})?")) {
                        throw node.wrong("must be a number such as 2 or 0.1, not " + node.text());
                    }
                    return Double.parseDouble(node.text());
                })
                .orElse(otherwise);
    }

    @Nullable
    Duration duration(String key) {
        Optional<SeedNode> node = find(key);
        return node.isEmpty() ? null : node.get().duration();
    }

    <T> T oneOf(Map<String, T> choices) {
        T choice = choices.get(text());
        if (choice == null) {
            throw wrong("must be one of " + String.join(", ", choices.keySet()) + ", not " + text());
        }
        return choice;
    }

    private Duration duration() {
        try {
            Duration duration = DurationStyle.detectAndParse(text());
            if (!duration.isNegative()) {
                return duration;
            }
        } catch (IllegalArgumentException e) {
            // Falls through to the same complaint.
        }
        throw wrong("must be a duration such as 500ms, 2s or 1m, not " + text());
    }

    private Map<String, Object> map() {
        Map<String, Object> map = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> contents) {
            contents.forEach((key, content) -> map.put(key.toString(), content));
        } else if (!value.equals("")) {
            throw wrong("must be a map");
        }
        return map;
    }

    private SeedNode child(String key, Object content) {
        return new SeedNode(file, path.isEmpty() ? key : path + "." + key, content);
    }
}
