package io.catalogimport.sandbox.iam;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The texts that a statement is about.
 *
 * @param patterns with {@code *} for any characters and {@code ?} for one
 * @param inverted whether it is about all others, as with {@code NotAction} and {@code NotResource}
 */
public record Patterns(List<String> patterns, boolean inverted) {
    public Patterns {
        patterns = List.copyOf(patterns);
    }

    boolean cover(String text, int flags) {
        return inverted
                != patterns.stream().anyMatch(pattern -> Pattern.compile(expression(pattern), flags | Pattern.DOTALL)
                        .matcher(text)
                        .matches());
    }

    private static String expression(String pattern) {
        return pattern.chars()
                .mapToObj(character -> switch (character) {
                    case '*' -> ".*";
                    case '?' -> ".";
                    default -> Pattern.quote(Character.toString(character));
                })
                .collect(Collectors.joining());
    }
}
