package io.catalogimport.discovery;

import io.catalogimport.aws.AwsBusyException;
import io.catalogimport.aws.AwsDeniedException;
import io.catalogimport.aws.AwsRefusedException;
import io.catalogimport.aws.InventoryGateway.ProductName;
import io.catalogimport.aws.Lane;
import io.catalogimport.aws.LaneClosedException;
import io.catalogimport.aws.VersionGateway;
import io.catalogimport.aws.VersionGateway.OwnProduct;
import io.catalogimport.discovery.VersionGroup.Target;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds the product in which a version is to be made. Each lane and name is looked up once. */
final class VersionTargets {
    private final Sources sources;
    private final VersionGateway versions;
    private final PrepareRequest request;
    private final Map<Lane, List<OwnProduct>> own = new HashMap<>();
    private final Map<Lane, Map<String, Target>> known = new HashMap<>();

    VersionTargets(Sources sources, VersionGateway versions, PrepareRequest request) {
        this.sources = sources;
        this.versions = versions;
        this.request = request;
    }

    /** @param product what the user calls the product, by id or by name */
    Target of(Lane lane, String product) {
        return known.computeIfAbsent(lane, unknown -> new HashMap<>())
                .computeIfAbsent(product, unknown -> find(lane, product));
    }

    private Target find(Lane lane, String product) {
        try {
            return byId(lane, product).or(() -> byName(lane, product)).orElseGet(() -> missing(lane, product));
        } catch (AwsDeniedException | AwsRefusedException | AwsBusyException | LaneClosedException e) {
            return new Target.Nowhere(e.getMessage() + ".");
        }
    }

    private Optional<Target> byId(Lane lane, String product) {
        return product.startsWith("prod-")
                ? sources.calls()
                        .call(lane, () -> versions.product(lane, product))
                        .map(found -> ownOrShared(lane, found))
                : Optional.empty();
    }

    private Optional<Target> byName(Lane lane, String product) {
        List<OwnProduct> named = own
                .computeIfAbsent(
                        lane,
                        unknown ->
                                AllPages.all(token -> sources.calls().call(lane, () -> versions.products(lane, token))))
                .stream()
                .filter(each -> each.name().equals(product))
                .toList();
        if (named.size() > 1) {
            String ids = named.stream().map(OwnProduct::id).collect(Collectors.joining(", "));
            return Optional.of(new Target.Nowhere(
                    "Several products are named '%s': %s. Give the id of one.".formatted(product, ids)));
        }
        return named.stream().findFirst().map(found -> ownOrShared(lane, found));
    }

    /** Service Catalog adds no version to a product that another account shares. Source: API reference of CreateProvisioningArtifact. */
    private static Target ownOrShared(Lane lane, OwnProduct found) {
        return found.account() == null || found.account().equals(lane.account())
                ? new Target.Existing(found.id(), found.name())
                : new Target.Nowhere("Product %s (%s) is shared by account %s: make the version there."
                        .formatted(found.name(), found.id(), found.account()));
    }

    private Target missing(Lane lane, String product) {
        boolean isShared = AllPages.all(token ->
                        sources.calls().call(lane, () -> sources.inventory().launchableProducts(lane, token)))
                .stream()
                .anyMatch((ProductName each) ->
                        each.name().equals(product) || each.id().equals(product));
        if (isShared) {
            return new Target.Nowhere(
                    "Product '%s' is shared by another account: make the version there.".formatted(product));
        }
        return request.owner().isEmpty() || product.startsWith("prod-")
                ? new Target.Nowhere("There is no product '%s': correct it, or give --create-products and --owner."
                        .formatted(product))
                : new Target.New(product, request.owner());
    }
}
