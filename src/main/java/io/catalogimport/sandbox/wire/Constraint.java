package io.catalogimport.sandbox.wire;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What AWS's service model says of one member. */
public sealed interface Constraint {

    /** Collects what is wrong with the value of the member at the path. */
    void check(String path, Object value, Violations violations);

    /** Text of a length, and of a pattern or from a set of values where these are given. */
    record Text(int min, int max, @Nullable Pattern pattern, List<String> values) implements Constraint {
        @Override
        public void check(String path, Object value, Violations violations) {
            if (!(value instanceof String text)) {
                throw new MalformedMemberException(path, "a string");
            }
            if (!values.isEmpty() && !values.contains(text)) {
                violations.add(path, text, "Member must satisfy enum value set: " + values);
            }
            violations.length(path, text, text.length(), min, max);
            if (pattern != null && !pattern.matcher(text).matches()) {
                violations.add(path, text, "Member must satisfy regular expression pattern: " + pattern.pattern());
            }
        }
    }

    /** A whole number between two bounds. */
    record Whole(int min, int max) implements Constraint {
        @Override
        public void check(String path, Object value, Violations violations) {
            int number;
            try {
                number = Integer.parseInt(value.toString());
            } catch (NumberFormatException e) {
                throw new MalformedMemberException(path, "an integer");
            }
            if (number < min) {
                violations.add(path, number, "Member must have value greater than or equal to " + min);
            }
            if (number > max) {
                violations.add(path, number, "Member must have value less than or equal to " + max);
            }
        }
    }

    /** True or false. */
    record Flag() implements Constraint {
        @Override
        public void check(String path, Object value, Violations violations) {
            String text = value.toString().toLowerCase(Locale.ROOT);
            if (!text.equals("true") && !text.equals("false")) {
                throw new MalformedMemberException(path, "a boolean");
            }
        }
    }

    /** A list of at most so many items. */
    record Items(int max, Constraint item) implements Constraint {
        @Override
        public void check(String path, Object value, Violations violations) {
            if (value.equals("")) {
                // The Query protocol sends an empty list as an empty field.
                return;
            }
            if (!(value instanceof List<?> list)) {
                throw new MalformedMemberException(path, "a list");
            }
            violations.length(path, list, list.size(), 0, max);
            for (int i = 0; i < list.size(); i++) {
                Object element = list.get(i);
                if (element != null) {
                    item.check(path + "." + (i + 1) + ".member", element, violations);
                }
            }
        }
    }

    /** A map of text to values of one kind. */
    record Entries(int min, int max, Constraint entry) implements Constraint {
        @Override
        public void check(String path, Object value, Violations violations) {
            if (!(value instanceof Map<?, ?> map)) {
                throw new MalformedMemberException(path, "a map");
            }
            violations.length(path, map, map.size(), min, max);
            map.forEach((key, element) -> entry.check(path + "." + key + ".member", element, violations));
        }
    }

    /** Named members, some of them required. Members that the model does not know are ignored, as AWS does. */
    record Structure(Map<String, Constraint> members, List<String> required) implements Constraint {
        public Structure required(String name, Constraint constraint) {
            List<String> more = new ArrayList<>(required);
            more.add(name);
            return new Structure(optional(name, constraint).members, List.copyOf(more));
        }

        public Structure optional(String name, Constraint constraint) {
            Map<String, Constraint> more = new LinkedHashMap<>(members);
            more.put(name, constraint);
            return new Structure(more, required);
        }

        @Override
        public void check(String path, Object value, Violations violations) {
            if (!(value instanceof Map<?, ?> map)) {
                throw new MalformedMemberException(path, "a structure");
            }
            members.forEach((name, constraint) -> {
                String memberPath = (path.isEmpty() ? "" : path + ".") + lowerFirst(name);
                Object member = map.get(name);
                if (member != null) {
                    constraint.check(memberPath, member, violations);
                } else if (required.contains(name)) {
                    violations.missing(memberPath);
                }
            });
        }

        private static String lowerFirst(String name) {
            return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
        }
    }
}
