package io.catalogimport.ledger;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When and how a mapping was validated, and what was seen besides the verdict.
 *
 * @param check what a verdict of another start must have been made with, too, to be kept
 */
public record Validation(Instant at, String check, Seen seen) {

    /**
     * What validation saw of a mapping whatever the verdict.
     *
     * @param launchPath the id of the launch path that AWS will use; null where it is not known
     * @param stackStatus the stack's status in AWS's spelling; null where it is not known
     * @param productId that of the mapping, or of the product that it names; empty where it is not known
     * @param provisioningArtifactId the same for the version
     * @param difference all differences of the templates, for people; null where there are none
     */
    public record Seen(
            List<Warning> warnings,
            @Nullable String launchPath,
            @Nullable String stackStatus,
            String productId,
            String provisioningArtifactId,
            @Nullable String difference) {

        /** What is seen of a mapping by ids. */
        public Seen(List<Warning> warnings, @Nullable String launchPath, @Nullable String stackStatus) {
            this(warnings, launchPath, stackStatus, "", "", null);
        }

        /** Nothing worth a word. */
        public static final Seen NOTHING = new Seen(List.of(), null, null);

        public Seen {
            warnings = List.copyOf(warnings);
        }
    }
}
