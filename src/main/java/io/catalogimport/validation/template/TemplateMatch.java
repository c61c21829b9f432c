package io.catalogimport.validation.template;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The result of comparing a stack's template with a product's. */
public sealed interface TemplateMatch {

    /** The result as one sentence for people. */
    String sentence();

    /** More that a person should know; in most cases nothing. */
    List<TemplateRemark> remarks();

    /** The templates are the same, perhaps under a condition that a remark names. */
    record Same(List<TemplateRemark> remarks) implements TemplateMatch {
        public Same {
            remarks = List.copyOf(remarks);
        }

        @Override
        public String sentence() {
            return "The templates are the same.";
        }
    }

    /**
     * The templates differ.
     *
     * @param first the first few differences, in the order of the stack's template. Those that can change what the
     *     stack does come first
     * @param total the number of all differences. A part that is missing on one side counts as one
     * @param onlyDescriptive whether none of them can change what the stack does
     * @param onlyToolWritten whether all of them are in metadata that tools write for themselves
     */
    record Different(
            List<Difference> first,
            int total,
            boolean onlyDescriptive,
            boolean onlyToolWritten,
            List<TemplateRemark> remarks)
            implements TemplateMatch {
        public Different {
            first = List.copyOf(first);
            remarks = List.copyOf(remarks);
        }

        @Override
        public String sentence() {
            String shown = first.stream().map(Difference::sentence).collect(Collectors.joining("; "));
            int others = total - first.size();
            return "The templates differ" + (onlyDescriptive ? " only in metadata and descriptions: " : ": ") + shown
                    + (others > 0 ? "; and " + others + " more." : ".");
        }
    }

    /** A template cannot be read, so they cannot be compared. The stack's is read first. */
    record Unreadable(Side side, String reason) implements TemplateMatch {
        @Override
        public String sentence() {
            return "The " + side.shown() + "'s template cannot be read: " + reason + ".";
        }

        @Override
        public List<TemplateRemark> remarks() {
            return List.of();
        }
    }

    /** Whose template it is. */
    enum Side {
        STACK,
        PRODUCT;

        String shown() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
