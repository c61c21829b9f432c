package io.catalogimport.discovery;

import io.catalogimport.aws.AwsRefusedException;
import io.catalogimport.aws.InventoryGateway.ProductName;
import io.catalogimport.aws.Lane;
import io.catalogimport.aws.LaunchableProduct;
import io.catalogimport.aws.ProvisionedProduct;
import io.catalogimport.ledger.Discoveries;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * What Service Catalog has in a lane. AWS shows new versions only to a call for each product, so an answer is used for some
 * minutes: a second discover right after the first one asks next to nothing. An import in the account ends that.
 */
final class LaneCatalog {
    private static final Logger log = LoggerFactory.getLogger(LaneCatalog.class);

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
        return names.stream().flatMap(name -> product(name).stream()).toList();
    }

    /** Empty if AWS refuses this one, as when it was deleted since it was listed. The others can still match. */
    private Optional<LaunchableProduct> product(ProductName name) {
        try {
            return Optional.of(
                    sources.calls().call(lane, () -> sources.inventory().launchableProduct(lane, name)));
        } catch (AwsRefusedException e) {
            log.warn("Product {} ({}) is left out: {}", name.name(), name.id(), e.getMessage());
            return Optional.empty();
        }
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
