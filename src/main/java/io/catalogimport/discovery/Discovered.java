package io.catalogimport.discovery;

import io.catalogimport.aws.Lane;
import io.catalogimport.aws.ListedStack;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was found in all lanes.
 *
 * @param existing how many stacks the mapping file has already
 * @param hiddenVersions the versions whose templates cannot be read, and why
 * @param failures the lanes in which nothing was found, because AWS could not be asked
 */
public record Discovered(
        List<Proposal> proposals,
        List<Unmatched> unmatched,
        Map<Exclusion, Integer> excluded,
        int existing,
        List<String> hiddenVersions,
        List<Failure> failures) {

    /**
     * A mapping that is proposed.
     *
     * @param warnings the codes of what somebody should know of the stack
     */
    public record Proposal(ListedStack stack, Match.Equal match, String name, List<String> warnings) {
        public Proposal {
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * A stack that no mapping is proposed for.
     *
     * @param structure the same for stacks whose templates say the same; null if the template cannot be read
     */
    public record Unmatched(
            ListedStack stack, Match match, @Nullable String structure) {}

    /**
     * A lane that could not be looked at.
     *
     * @param words what AWS said, as a sentence without a full stop
     * @param unavailable whether it may go well later
     */
    public record Failure(Lane lane, String words, boolean unavailable) {}
}
