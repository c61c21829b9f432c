package io.catalogimport.sandbox.wire;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** URL-encoded fields, and the tree of members that the Query protocol flattens into them. */
final class FormFields {
    private FormFields() {}

    static Map<String, String> decode(@Nullable String encoded) {
        Map<String, String> fields = new LinkedHashMap<>();
        if (encoded == null || encoded.isEmpty()) {
            return fields;
        }
        for (String field : encoded.split("&", -1)) {
            int equals = field.indexOf('=');
            String name = equals < 0 ? field : field.substring(0, equals);
            fields.put(plain(name), equals < 0 ? "" : plain(field.substring(equals + 1)));
        }
        return fields;
    }

    /** Undoes the flattening: {@code Tags.member.1.Key=a} becomes a list of maps under {@code Tags}. */
    static Map<String, Object> tree(Map<String, String> fields) {
        Map<String, Object> tree = new LinkedHashMap<>();
        fields.forEach((name, value) -> put(tree, List.of(name.split("\\.", -1)).iterator(), value));
        tree.replaceAll((name, value) -> withLists(value));
        return tree;
    }

    private static void put(Map<String, Object> branch, Iterator<String> path, String value) {
        String name = path.next();
        if (!path.hasNext()) {
            branch.put(name, value);
            return;
        }
        Map<String, Object> next = new LinkedHashMap<>();
        if (branch.get(name) instanceof Map<?, ?> known) {
            known.forEach((key, item) -> next.put(key.toString(), item));
        }
        branch.put(name, next);
        put(next, path, value);
    }

    private static Object withLists(Object node) {
        if (!(node instanceof Map<?, ?> map)) {
            return node;
        }
        if (map.size() == 1 && map.get("member") instanceof Map<?, ?> items) {
            TreeMap<Integer, Object> ordered = new TreeMap<>();
            items.forEach((index, item) -> ordered.put(Integer.parseInt(index.toString()), withLists(item)));
            return new ArrayList<>(ordered.values());
        }
        Map<String, Object> members = new LinkedHashMap<>();
        map.forEach((key, item) -> members.put(key.toString(), withLists(item)));
        return members;
    }

    private static String plain(String encoded) {
        try {
            return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException brokenEscape) {
            return encoded;
        }
    }
}
