package io.catalogimport.discovery;

import io.catalogimport.aws.Lane;
import io.catalogimport.aws.ListedStack;
import java.util.List;
import java.util.Optional;

/**
 * Stacks of a lane whose templates say the same, and the version that would be made for them.
 *
 * @param template the digest of what the template says
 * @param stacks the first one is that from which the version is made
 * @param nearest the product whose version comes nearest; empty if none is near
 */
public record VersionGroup(Lane lane, String template, List<ListedStack> stacks, Target target, String nearest) {
    /** The longest that Service Catalog takes is 8192; a name is for people. */
    private static final int LONGEST_NAME = 100;

    private static final int SHOWN_OF_DIGEST = 8;

    public VersionGroup {
        stacks = List.copyOf(stacks);
    }

    /** Where the version is made. */
    public sealed interface Target {
        /** A product of the account. */
        record Existing(String id, String name) implements Target {}

        /** A product that is made with the version. */
        record New(String name, String owner) implements Target {}

        /** Nowhere; {@code why} is a sentence. */
        record Nowhere(String why) implements Target {}

        /** The name of the product; empty if there is none. */
        default Optional<String> product() {
            return this instanceof Existing existing
                    ? Optional.of(existing.name())
                    : this instanceof New made ? Optional.of(made.name()) : Optional.empty();
        }
    }

    /** The stack from which the version is made. */
    public ListedStack model() {
        return stacks.get(0);
    }

    /** The name that the version gets: that of the stack, and a part of the digest by which it can be told from others. */
    public String versionName() {
        String stack = model().arn().stackName();
        return stack.substring(0, Math.min(LONGEST_NAME, stack.length())) + " "
                + template.substring(0, SHOWN_OF_DIGEST);
    }
}
