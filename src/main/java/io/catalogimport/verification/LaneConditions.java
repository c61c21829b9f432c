package io.catalogimport.verification;

import io.catalogimport.aws.AwsBusyException;
import io.catalogimport.aws.AwsDeniedException;
import io.catalogimport.aws.AwsRefusedException;
import io.catalogimport.aws.Lane;
import io.catalogimport.aws.LaneClosedException;
import io.catalogimport.aws.LaunchPath;
import io.catalogimport.aws.ProvisionedProduct;
import io.catalogimport.validation.UpdateConditions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What updates of the product versions of a lane meet. AWS is asked once for each version, and not for each row. */
final class LaneConditions {
    private final Lane lane;
    private final AwsSources aws;
    private final Map<Version, UpdateConditions> known = new HashMap<>();
    private final Map<String, List<LaunchPath>> paths = new HashMap<>();

    private record Version(String productId, String artifactId) {}

    LaneConditions(Lane lane, AwsSources aws) {
        this.lane = lane;
        this.aws = aws;
    }

    /** For the version that the provisioned product has now. What AWS refuses is not known. */
    UpdateConditions of(ProvisionedProduct product) {
        String productId = product.productId();
        String artifactId = product.provisioningArtifactId();
        return productId == null || artifactId == null
                ? UpdateConditions.unknown("AWS does not show the version of provisioned product " + product.id())
                : known.computeIfAbsent(new Version(productId, artifactId), this::asked);
    }

    private UpdateConditions asked(Version version) {
        try {
            List<LaunchPath> paths = launchPaths(version.productId());
            return paths.isEmpty()
                    ? UpdateConditions.unknown(
                            "these credentials have no launch path to product %s".formatted(version.productId()))
                    : UpdateConditions.ask(
                            paths,
                            path -> call(() -> aws.catalog()
                                    .updateTerms(lane, version.productId(), version.artifactId(), path.id())));
        } catch (AwsDeniedException | AwsRefusedException | LaneClosedException | AwsBusyException e) {
            return UpdateConditions.unknown(String.valueOf(e.getMessage()));
        }
    }

    private List<LaunchPath> launchPaths(String productId) {
        return paths.computeIfAbsent(
                productId, product -> call(() -> aws.catalog().launchPaths(lane, product)));
    }

    private <T> T call(Supplier<T> question) {
        // Aside, because what only serves warnings must not close the lane for the comparison.
        return aws.calls().callAside(lane, question);
    }
}
