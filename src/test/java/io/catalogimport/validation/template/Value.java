package io.catalogimport.validation.template;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A part of an invented template: what it means, and nothing of how it is written. */
sealed interface Value {

    record Text(String text) implements Value {
        @Override
        public Object meaning() {
            return text;
        }
    }

    record Whole(int number) implements Value {
        @Override
        public Object meaning() {
            return String.valueOf(number);
        }
    }

    /** A number with a fraction, and without zeros at its end. */
    record Fraction(String number) implements Value {
        @Override
        public Object meaning() {
            return number;
        }
    }

    record Flag(boolean isTrue) implements Value {
        @Override
        public Object meaning() {
            return String.valueOf(isTrue);
        }
    }

    /** An intrinsic function in its long form. */
    record Call(String function, Value argument) implements Value {
        @Override
        public Object meaning() {
            return Map.of(function, argument.meaning());
        }
    }

    record Sequence(List<Value> items) implements Value {
        @Override
        public Object meaning() {
            return items.stream().map(Value::meaning).toList();
        }
    }

    record Mapping(Map<String, Value> entries) implements Value {
        @Override
        public Object meaning() {
            Map<String, Object> meanings = new LinkedHashMap<>();
            entries.forEach((key, value) -> meanings.put(key, value.meaning()));
            return meanings;
        }

        Mapping with(String key, Value value) {
            Map<String, Value> all = new LinkedHashMap<>(entries);
            all.put(key, value);
            return new Mapping(all);
        }
    }

    /** Equal for values that mean the same. */
    Object meaning();
}
