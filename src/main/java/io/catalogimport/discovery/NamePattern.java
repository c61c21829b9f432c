package io.catalogimport.discovery;

import io.catalogimport.aws.StackArn;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the name of a provisioned product is made: {@code {stack}}, {@code {account}}, {@code {region}} and
 * {@code {product}} stand for what they say.
 */
public record NamePattern(String pattern) {
    /** The longest name that Service Catalog takes. */
    static final int LONGEST = 128;

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");
    private static final Pattern ILLEGAL = Pattern.compile("[^a-zA-Z0-9._-]+");
    private static final Pattern ILLEGAL_START = Pattern.compile("^[^a-zA-Z0-9]+");

    /** The stack's own name, which is always legal. Stands below the patterns, which it needs. */
    public static final NamePattern STACK = new NamePattern("{stack}");

    /** @throws IllegalArgumentException if the names could not differ, or a placeholder is unknown */
    public NamePattern {
        if (!pattern.contains("{stack}")) {
            throw new IllegalArgumentException("'" + pattern + "' has no {stack}, so that all names would be the same");
        }
        PLACEHOLDER.matcher(pattern).results().map(found -> found.group(1)).forEach(name -> {
            if (!name.matches("stack|account|region|product")) {
                throw new IllegalArgumentException(
                        "'{%s}' is none of {stack}, {account}, {region} and {product}".formatted(name));
            }
        });
    }

    /** A legal name for the stack's provisioned product; another stack may get the same one. */
    String name(StackArn stack, String product) {
        String filled = PLACEHOLDER
                .matcher(pattern)
                .replaceAll(place -> Matcher.quoteReplacement(
                        switch (place.group(1)) {
                            case "stack" -> stack.stackName();
                            case "account" -> stack.account();
                            case "region" -> stack.region();
                            default -> product;
                        }));
        String legal =
                ILLEGAL_START.matcher(ILLEGAL.matcher(filled).replaceAll("-")).replaceFirst("");
        return legal.substring(0, Math.min(legal.length(), LONGEST));
    }
}
