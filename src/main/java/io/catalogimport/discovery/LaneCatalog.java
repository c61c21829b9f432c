package io.catalogimport.discovery;

import io.catalogimport.aws.InventoryGateway.ProductName;
import io.catalogimport.aws.Lane;
import io.catalogimport.aws.LaunchableProduct;
import io.catalogimport.aws.ProvisionedProduct;
import io.catalogimport.ledger.Discoveries;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What Service Catalog has in a lane. AWS shows new versions only to a call for each product, so an answer is used for some
 * minutes: a second discover right after the first one asks next to nothing. An import in the account ends that.
 */
final class LaneCatalog {
    /** Long enough for a second look, and short enough not to miss what somebody has made since. */
    static final Duration FRESH = Duration.ofMinutes(15);

    private final Lane lane;
    private final Sources sources;
    private final JsonMapper json = JsonMapper.builder().build();

    LaneCatalog(Lane lane, Sources sources) {
        this.lane = lane;
        this.sources = sources;
    }

    /**
     * The catalog at one time.
     *
     * @param products those that can be launched
     * @param provisioned those that are provisioned, however
     */
    record Content(List<LaunchableProduct> products, List<Provisioned> provisioned) {}

    /** A provisioned product, and the ARN of its stack if it has one. */
    record Provisioned(String name, @Nullable String physicalId) {}

    /** @param refresh whether AWS is to be asked in any case */
    Content content(boolean refresh) {
        Optional<Discoveries.Catalog> known = sources.known()
                .catalog(lane.account(), lane.toString())
                .filter(catalog -> !refresh
                        && catalog.readAt().plus(FRESH).isAfter(sources.clock().instant()));
        return known.map(catalog -> json.readValue(catalog.content(), Content.class))
                .orElseGet(this::read);
    }

    private Content read() {
        Discoveries.Catalog read = new Discoveries.Catalog(
                sources.clock().instant(), json.writeValueAsString(new Content(products(), provisioned())));
        sources.known().keep(lane.toString(), read);
        return json.readValue(read.content(), Content.class);
    }

    private List<LaunchableProduct> products() {
        List<ProductName> names = AllPages.all(
                token -> sources.calls().call(lane, () -> sources.inventory().launchableProducts(lane, token)));
        return names.stream()
                .map(name ->
                        sources.calls().call(lane, () -> sources.inventory().launchableProduct(lane, name)))
                .toList();
    }

    private List<Provisioned> provisioned() {
        List<ProvisionedProduct> all = AllPages.all(
                token -> sources.calls().call(lane, () -> sources.catalog().provisionedProducts(lane, token)));
        return all.stream()
                .filter(product -> !"TERMINATED".equals(product.status().text()))
                .map(product -> new Provisioned(product.name(), product.physicalId()))
                .toList();
    }
}
