package io.catalogimport.discovery;

import io.catalogimport.aws.Lane;
import io.catalogimport.aws.ListedStack;
import io.catalogimport.validation.template.TemplateFingerprint;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was found in a lane.
 *
 * @param excluded how many stacks that are asked for cannot be imported, and why
 * @param existing how many the mapping file has already
 * @param takenNames the names of the lane's provisioned products
 * @param hiddenVersions the versions whose templates cannot be read, and why
 */
record LaneFindings(
        Lane lane,
        List<Found> found,
        Map<Exclusion, Integer> excluded,
        int existing,
        Set<String> takenNames,
        List<String> hiddenVersions) {

    /**
     * A stack that can be imported, as far as its listing tells.
     *
     * @param template what is known of its template; null if it cannot be read
     */
    record Found(ListedStack stack, Match match, @Nullable TemplateFingerprint template) {}
}
