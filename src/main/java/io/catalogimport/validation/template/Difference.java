package io.catalogimport.validation.template;

import org.jspecify.annotations.Nullable;

/**
 * One place in which two templates differ, ready to be shown.
 *
 * @param path the place, such as {@code Resources.Bucket.Properties.Tags[0].Value}, and where it is a long text, the line
 *     and column in it
 * @param inStack what the stack's template has there as short JSON, or null if it has nothing
 * @param inProduct what the product's template has there as short JSON, or null if it has nothing
 */
public record Difference(
        String path, @Nullable String inStack, @Nullable String inProduct) {

    static Difference of(Place place, @Nullable TemplateNode inStack, @Nullable TemplateNode inProduct) {
        if (inStack instanceof TemplateNode.Scalar stack && inProduct instanceof TemplateNode.Scalar product) {
            TextDifference texts = new TextDifference(stack.written(), product.written());
            if (texts.isHardToSee()) {
                return new Difference(
                        place + ", " + texts.position(), texts.excerptOfStack(), texts.excerptOfProduct());
            }
        }
        return new Difference(place.toString(), excerpt(inStack), excerpt(inProduct));
    }

    /** The difference without a full stop: {@code Outputs.Url.Value: stack has "a", product has nothing}. */
    public String sentence() {
        return path + ": stack has " + orNothing(inStack) + ", product has " + orNothing(inProduct);
    }

    private static @Nullable String excerpt(@Nullable TemplateNode node) {
        return node == null ? null : new NodeExcerpt().of(node);
    }

    private static String orNothing(@Nullable String value) {
        return value == null ? "nothing" : value;
    }
}
