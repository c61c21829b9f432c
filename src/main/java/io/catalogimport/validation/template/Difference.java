package io.catalogimport.validation.template;

import org.jspecify.annotations.Nullable;

/**
 * One place in which two templates differ, ready to be shown.
 *
 * @param path the place, such as {@code Resources.Bucket.Properties.Tags[0].Value}
 * @param inStack what the stack's template has there as short JSON, or null if it has nothing
 * @param inProduct what the product's template has there as short JSON, or null if it has nothing
 */
public record Difference(
        String path, @Nullable String inStack, @Nullable String inProduct) {
    /** The difference without a full stop: {@code Outputs.Url.Value: stack has "a", product has nothing}. */
    public String sentence() {
        return path + ": stack has " + orNothing(inStack) + ", product has " + orNothing(inProduct);
    }

    private static String orNothing(@Nullable String value) {
        return value == null ? "nothing" : value;
    }
}
