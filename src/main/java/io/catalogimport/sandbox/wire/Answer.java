package io.catalogimport.sandbox.wire;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An answer's members in order, with AWS's names. Values are text, numbers, booleans, instants, answers, lists and
 * maps; a member without a value is left out, as AWS does.
 */
public final class Answer {
    private final Map<String, Object> members = new LinkedHashMap<>();

    public Answer with(String name, @Nullable Object value) {
        if (value instanceof Answer answer) {
            members.put(name, answer.members());
        } else if (value instanceof List<?> list) {
            members.put(name, list.stream().map(Answer::plain).toList());
        } else if (value != null) {
            members.put(name, value);
        }
        return this;
    }

    public Map<String, Object> members() {
        return Collections.unmodifiableMap(members);
    }

    private static Object plain(Object item) {
        return item instanceof Answer answer ? answer.members() : item;
    }
}
