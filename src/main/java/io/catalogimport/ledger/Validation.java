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
     */
    public record Seen(
            List<Warning> warnings,
            @Nullable String launchPath,
            @Nullable String stackStatus) {
        /** Nothing worth a word. */
        public static final Seen NOTHING = new Seen(List.of(), null, null);

        public Seen {
            warnings = List.copyOf(warnings);
        }
    }
}
