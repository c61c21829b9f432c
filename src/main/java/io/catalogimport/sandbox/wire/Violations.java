package io.catalogimport.sandbox.wire;

import java.util.ArrayList;
import java.util.List;

/** What is wrong with a request's members, all of it, in the sentences that AWS uses. */
public final class Violations {
    private final List<String> sentences = new ArrayList<>();

    void add(String path, Object value, String constraint) {
        sentences.add("Value '" + value + "' at '" + path + "' failed to satisfy constraint: " + constraint);
    }

    void missing(String path) {
        sentences.add("Value null at '" + path + "' failed to satisfy constraint: Member must not be null");
    }

    void length(String path, Object value, int length, int min, int max) {
        if (length < min) {
            add(path, value, "Member must have length greater than or equal to " + min);
        }
        if (length > max) {
            add(path, value, "Member must have length less than or equal to " + max);
        }
    }

    boolean isEmpty() {
        return sentences.isEmpty();
    }

    String message() {
        return sentences.size()
                + (sentences.size() == 1 ? " validation error detected: " : " validation errors detected: ")
                + String.join("; ", sentences);
    }
}
