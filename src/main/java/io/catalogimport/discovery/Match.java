package io.catalogimport.discovery;

import java.util.List;

/** What the versions of a lane say of one stack. */
public sealed interface Match {
    /**
     * The stack's template is that of a version.
     *
     * @param others further versions of the product with the same template
     * @param words under which condition the templates are the same; empty as a rule
     */
    record Equal(OfferedVersion version, Confidence confidence, List<OfferedVersion> others, String words)
            implements Match {
        public Equal {
            others = List.copyOf(others);
        }
    }

    /** Several products have the template. */
    record Ambiguous(List<OfferedVersion> versions) implements Match {
        public Ambiguous {
            versions = List.copyOf(versions);
        }
    }

    /**
     * No version has the template, but one is like it.
     *
     * @param similarity how much of both templates is in both, from 0 to 1
     * @param words the first differences
     */
    record Near(OfferedVersion version, double similarity, String words) implements Match {}

    /**
     * No version is like it.
     *
     * @param words why that is not certain; empty as a rule
     */
    record None(String words) implements Match {}

    /** How certain a proposal is. */
    enum Confidence {
        /** The templates are the same byte for byte. */
        IDENTICAL,
        /** The templates say the same, as {@code plan} compares them. */
        EQUIVALENT
    }
}
