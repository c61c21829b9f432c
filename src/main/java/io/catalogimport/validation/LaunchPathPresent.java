package io.catalogimport.validation;

import io.catalogimport.aws.LaunchPath;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The caller must have a launch path to the product, through a portfolio. An import cannot choose between several,
 * because ImportAsProvisionedProduct has no member for it. Source: API reference of ListLaunchPaths.
 */
final class LaunchPathPresent implements MappingRule {
    @Override
    public List<Finding> check(Candidate candidate) {
        if (candidate.product().isEmpty()) {
            return List.of();
        }
        String id = candidate.mapping().productId();
        List<LaunchPath> paths = candidate.launchPaths();
        if (paths.isEmpty()) {
            return List.of(Finding.reason(
                    "NO_LAUNCH_PATH",
                    "These credentials have no launch path to product %s: add the product to a portfolio and give their user or role access to that portfolio (administrator rights alone are not enough). If access was granted just now, try again in a minute."
                            .formatted(id)));
        }
        if (paths.size() > 1) {
            return List.of(Finding.warning(
                    "SEVERAL_LAUNCH_PATHS",
                    "There are %d launch paths to product %s: %s. AWS chooses one. If it matters which, give the caller access to one portfolio only."
                            .formatted(
                                    paths.size(),
                                    id,
                                    paths.stream().map(LaunchPathPresent::words).collect(Collectors.joining(", ")))));
        }
        return List.of();
    }

    private static String words(LaunchPath path) {
        return path.name() == null ? path.id() : "%s (portfolio %s)".formatted(path.id(), path.name());
    }
}
