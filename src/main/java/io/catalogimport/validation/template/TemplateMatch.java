package io.catalogimport.validation.template;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a comparison of a stack's template with a product's has found. */
public sealed interface TemplateMatch {

    /** The finding as one sentence for people. */
    String sentence();

    /**
     * The templates say the same.
     *
     * @param lossy whether that holds only if some {@code ?} in the stack's copy was a character that GetTemplate lost
     */
    record Same(boolean lossy) implements TemplateMatch {
        @Override
        public String sentence() {
            return lossy
                    ? "The templates are the same, if each \"?\" in the stack's was a character outside ASCII, which"
                            + " GetTemplate does not give back."
                    : "The templates are the same.";
        }
    }

    /**
     * The templates differ.
     *
     * @param first the first few differences, in the order of the stack's template
     * @param total the number of all differences; a part that one side lacks is one
     */
    record Different(List<Difference> first, int total) implements TemplateMatch {
        public Different {
            first = List.copyOf(first);
        }

        @Override
        public String sentence() {
            String shown = first.stream().map(Difference::sentence).collect(Collectors.joining("; "));
            int others = total - first.size();
            return "The templates differ: " + shown + (others > 0 ? "; and " + others + " more." : ".");
        }
    }

    /** A template cannot be read, so that nothing can be said; the stack's is looked at first. */
    record Unreadable(Side side, String reason) implements TemplateMatch {
        @Override
        public String sentence() {
            return "The " + side.name().toLowerCase(Locale.ROOT) + "'s template cannot be read: " + reason + ".";
        }
    }

    /** Whose template it is. */
    enum Side {
        STACK,
        PRODUCT
    }
}
