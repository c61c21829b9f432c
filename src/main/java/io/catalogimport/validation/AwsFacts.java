package io.catalogimport.validation;

import io.catalogimport.aws.ArtifactTemplates;
import io.catalogimport.aws.AwsBusyException;
import io.catalogimport.aws.CallerIdentity;
import io.catalogimport.aws.CatalogGateway;
import io.catalogimport.aws.Lane;
import io.catalogimport.aws.LaunchPath;
import io.catalogimport.aws.PoliteCalls;
import io.catalogimport.aws.Product;
import io.catalogimport.aws.ProvisioningArtifact;
import io.catalogimport.aws.StackArn;
import io.catalogimport.aws.StackDescription;
import io.catalogimport.aws.StackGateway;
import io.catalogimport.aws.TemplateText;
import io.catalogimport.mapping.StackMapping;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * What AWS tells, as the rules ask for it. What many rows share (products, versions and their templates, launch paths) is
 * asked for once and kept for the run; what belongs to one row is read in bulk where that saves calls, and not kept longer
 * than it is needed. For use by several threads.
 */
public final class AwsFacts {
    private final StackGateway stacks;
    private final CatalogGateway catalog;
    private final ArtifactTemplates templates;
    private final CallerIdentity caller;
    private final PoliteCalls calls;
    private final FreshAccess freshAccess;
    private final BulkReading<StackListing> stackListings;
    private final BulkReading<ProvisionedProducts> provisionedProducts;

    private final Map<ProductKey, Once<Optional<Product>>> products = new ConcurrentHashMap<>();
    private final Map<ArtifactKey, Once<Optional<ProvisioningArtifact>>> artifacts = new ConcurrentHashMap<>();
    private final Map<ArtifactKey, Once<TemplateText>> artifactTemplates = new ConcurrentHashMap<>();
    private final Map<Map<String, String>, TemplateText.Found> templatesFound = new ConcurrentHashMap<>();
    private final Map<ProductKey, Once<List<LaunchPath>>> launchPaths = new ConcurrentHashMap<>();

    private record ProductKey(Lane lane, String productId) {}

    private record ArtifactKey(Lane lane, String productId, String artifactId) {}

    public AwsFacts(
            StackGateway stacks,
            CatalogGateway catalog,
            ArtifactTemplates templates,
            CallerIdentity caller,
            PoliteCalls calls,
            FreshAccess freshAccess,
            UpcomingMappings upcoming) {
        this.stacks = stacks;
        this.catalog = catalog;
        this.templates = templates;
        this.caller = caller;
        this.calls = calls;
        this.freshAccess = freshAccess;
        UpcomingMappings next = OwnRecordsException.marked(upcoming);
        this.stackListings = new BulkReading<>(
                next,
                (lane, wanted) ->
                        StackListing.read(wanted, token -> calls.call(lane, () -> stacks.livingStacks(lane, token))));
        this.provisionedProducts = new BulkReading<>(
                next,
                (lane, wanted) -> ProvisionedProducts.read(
                        wanted, token -> calls.call(lane, () -> catalog.provisionedProducts(lane, token))));
    }

    /** The mapping's stack; empty if there is none. */
    Optional<StackDescription> stack(StackMapping mapping) {
        StackArn stack = mapping.stackArn();
        return stackListings
                .about(mapping)
                .take(stack)
                .or(() -> calls.call(stack.lane(), () -> stacks.describe(stack)));
    }

    String stackTemplate(StackArn stack) {
        return calls.call(stack.lane(), () -> stacks.template(stack));
    }

    Optional<Product> product(Lane lane, String productId) {
        return once(
                products,
                new ProductKey(lane, productId),
                () -> calls.call(lane, () -> catalog.findProduct(lane, productId)));
    }

    Optional<ProvisioningArtifact> provisioningArtifact(Lane lane, String productId, String artifactId) {
        return once(
                artifacts,
                new ArtifactKey(lane, productId, artifactId),
                () -> calls.call(lane, () -> catalog.findProvisioningArtifact(lane, productId, artifactId)));
    }

    TemplateText artifactTemplate(Lane lane, String productId, ProvisioningArtifact artifact) {
        return once(
                artifactTemplates,
                new ArtifactKey(lane, productId, artifact.id()),
                () -> sharedTemplate(lane, artifact));
    }

    /** A product that is shared with many accounts has one template, which any of them may have been let read. */
    private TemplateText sharedTemplate(Lane lane, ProvisioningArtifact artifact) {
        TemplateText.Found known = templatesFound.get(artifact.info());
        if (known != null) {
            return known;
        }
        TemplateText read = template(lane, artifact);
        if (read instanceof TemplateText.Found found) {
            templatesFound.put(artifact.info(), found);
        }
        return read;
    }

    /** A comparison that is not possible is no reason to end the run: AWS compares, too. */
    private TemplateText template(Lane lane, ProvisioningArtifact artifact) {
        try {
            return calls.callAside(lane, () -> templates.read(lane, artifact));
        } catch (AwsBusyException e) {
            return new TemplateText.Hidden(String.valueOf(e.getMessage()));
        }
    }

    List<LaunchPath> launchPaths(Lane lane, String productId) {
        return once(
                launchPaths,
                new ProductKey(lane, productId),
                () -> freshAccess.ask(
                        "launch path to product %s in %s".formatted(productId, lane),
                        () -> calls.call(lane, () -> catalog.launchPaths(lane, productId))));
    }

    /** The launch paths, if they have been asked for by now; none otherwise. */
    List<LaunchPath> knownLaunchPaths(Lane lane, String productId) {
        return Optional.ofNullable(launchPaths.get(new ProductKey(lane, productId)))
                .flatMap(Once::known)
                .orElse(List.of());
    }

    /** The provisioned products that may have to do with the mapping. */
    ProvisionedProducts provisionedProducts(StackMapping mapping) {
        return provisionedProducts.about(mapping);
    }

    /**
     * Makes sure that it is the lane's account that is looked at.
     *
     * @throws io.catalogimport.aws.LaneClosedException where it is not, or where AWS does not say
     * @throws io.catalogimport.aws.AwsBusyException where AWS gives no answer
     */
    void requireAccount(Lane lane) {
        caller.requireAccount(lane);
    }

    /** Those who want another fact do not wait for this one. */
    private static <K, V> V once(Map<K, Once<V>> facts, K key, Supplier<V> question) {
        return facts.computeIfAbsent(key, unknown -> new Once<>(question)).get();
    }
}
