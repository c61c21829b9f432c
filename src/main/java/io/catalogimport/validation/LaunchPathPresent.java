package io.catalogimport.validation;

import java.util.List;

/**
 * The caller must have a launch path to the product, by a portfolio; an import cannot choose between several. Source:
 * API reference of ListLaunchPaths, and that ImportAsProvisionedProduct takes no path.
 */
final class LaunchPathPresent implements MappingRule {
    @Override
    public List<Finding> check(Candidate candidate) {
        if (candidate.product().isEmpty()) {
            return List.of();
        }
        String id = candidate.mapping().productId();
        int paths = candidate.launchPaths();
        if (paths == 0) {
            return List.of(Finding.reason(
                    "NO_LAUNCH_PATH",
                    "These credentials have no launch path to product %s: add the product to a portfolio and their user or role to its access (administrator rights alone do not count)."
                            .formatted(id)));
        }
        if (paths > 1) {
            return List.of(Finding.warning(
                    "SEVERAL_LAUNCH_PATHS",
                    "There are %d launch paths to product %s; AWS chooses one.".formatted(paths, id)));
        }
        return List.of();
    }
}
