package io.catalogimport.sandbox.template;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** A template's structure in which forms that may mean the same are equal, to be compared with another one. */
final class Meaning {
    private static final Set<String> EMPTY_IS_NONE = Set.of(
            "Parameters",
            "Mappings",
            "Conditions",
            "Rules",
            "Outputs",
            "Metadata",
            "Transform",
            "Properties",
            "DependsOn");
    private static final int LONGEST_NUMBER = 60;

    private Meaning() {}

    static Object of(Object structure) {
        if (structure instanceof Map<?, ?> map) {
            return ofMap(map);
        }
        if (structure instanceof List<?> list) {
            return list.stream().map(Meaning::of).toList();
        }
        return ofText(structure.toString());
    }

    private static Object ofMap(Map<?, ?> map) {
        Map<String, Object> meaning = new LinkedHashMap<>();
        map.forEach((key, value) -> {
            Object part = ofEntry(key.toString(), of(value));
            boolean isNone =
                    EMPTY_IS_NONE.contains(key.toString()) && (part.equals(Map.of()) || part.equals(List.of()));
            if (!isNone) {
                meaning.put(key.toString(), part);
            }
        });
        return meaning;
    }

    private static Object ofEntry(String key, Object value) {
        return switch (key) {
            case "Transform" -> value instanceof List ? value : List.of(value);
            case "DependsOn" ->
                value instanceof List<?> list
                        ? list.stream().map(Object::toString).sorted().toList()
                        : List.of(value);
            case "Fn::Sub" ->
                value instanceof List<?> list && list.size() == 2 && list.get(1).equals(Map.of()) ? list.get(0) : value;
            default -> value;
        };
    }

    private static String ofText(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "on" -> "true";
            case "false", "no", "off" -> "false";
            default -> text.length() <= LONGEST_NUMBER && text.matches("[-+]?\\.?[0-9].*") ? ofNumber(text) : text;
        };
    }

    private static String ofNumber(String text) {
        String digits = text.replace("_", "");
        try {
            if (digits.matches("0[0-7]+")) {
                return new BigInteger(digits, 8).toString();
            }
            if (digits.startsWith("0x")) {
                return new BigInteger(digits.substring(2), 16).toString();
            }
            BigDecimal number = new BigDecimal(digits).stripTrailingZeros();
            return Math.abs(number.scale()) > LONGEST_NUMBER ? number.toString() : number.toPlainString();
        } catch (ArithmeticException | NumberFormatException e) {
            return text;
        }
    }
}
