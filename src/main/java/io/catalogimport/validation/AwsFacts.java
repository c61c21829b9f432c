package io.catalogimport.validation;

import io.catalogimport.aws.ArtifactTemplates;
import io.catalogimport.aws.AwsBusyException;
import io.catalogimport.aws.CallerIdentity;
import io.catalogimport.aws.CatalogGateway;
import io.catalogimport.aws.Lane;
import io.catalogimport.aws.Product;
import io.catalogimport.aws.ProvisioningArtifact;
import io.catalogimport.aws.StackArn;
import io.catalogimport.aws.StackDescription;
import io.catalogimport.aws.StackGateway;
import io.catalogimport.aws.TemplateText;
import io.catalogimport.aws.TransientRetry;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What AWS tells, as the rules ask for it. What many rows share (products, versions and their templates, launch paths,
 * provisioned products) is asked for once and kept for the run; what belongs to one row is not kept.
 */
public final class AwsFacts {
    private final StackGateway stacks;
    private final CatalogGateway catalog;
    private final ArtifactTemplates templates;
    private final CallerIdentity caller;
    private final TransientRetry retry;

    private final Map<ProductKey, Optional<Product>> products = new ConcurrentHashMap<>();
    private final Map<ArtifactKey, Optional<ProvisioningArtifact>> artifacts = new ConcurrentHashMap<>();
    private final Map<ArtifactKey, TemplateText> artifactTemplates = new ConcurrentHashMap<>();
    private final Map<ProductKey, Integer> launchPaths = new ConcurrentHashMap<>();
    private final Map<Lane, ProvisionedProducts> provisionedProducts = new ConcurrentHashMap<>();
    private final Map<Lane, Optional<String>> callerAccounts = new ConcurrentHashMap<>();

    private record ProductKey(Lane lane, String productId) {}

    private record ArtifactKey(Lane lane, String productId, String artifactId) {}

    public AwsFacts(
            StackGateway stacks,
            CatalogGateway catalog,
            ArtifactTemplates templates,
            CallerIdentity caller,
            TransientRetry retry) {
        this.stacks = stacks;
        this.catalog = catalog;
        this.templates = templates;
        this.caller = caller;
        this.retry = retry;
    }

    Optional<StackDescription> stack(StackArn stack) {
        return retry.call(() -> stacks.describe(stack));
    }

    String stackTemplate(StackArn stack) {
        return retry.call(() -> stacks.template(stack));
    }

    Optional<Product> product(Lane lane, String productId) {
        return products.computeIfAbsent(
                new ProductKey(lane, productId), key -> retry.call(() -> catalog.findProduct(lane, productId)));
    }

    Optional<ProvisioningArtifact> provisioningArtifact(Lane lane, String productId, String artifactId) {
        return artifacts.computeIfAbsent(
                new ArtifactKey(lane, productId, artifactId),
                key -> retry.call(() -> catalog.findProvisioningArtifact(lane, productId, artifactId)));
    }

    TemplateText artifactTemplate(Lane lane, String productId, ProvisioningArtifact artifact) {
        return artifactTemplates.computeIfAbsent(
                new ArtifactKey(lane, productId, artifact.id()), key -> template(lane, artifact));
    }

    /** A comparison that is not possible is no reason to end the run: AWS compares, too. */
    private TemplateText template(Lane lane, ProvisioningArtifact artifact) {
        try {
            return retry.call(() -> templates.read(lane, artifact));
        } catch (AwsBusyException e) {
            return new TemplateText.Hidden(String.valueOf(e.getMessage()));
        }
    }

    int launchPaths(Lane lane, String productId) {
        return launchPaths.computeIfAbsent(
                new ProductKey(lane, productId), key -> retry.call(() -> catalog.countLaunchPaths(lane, productId)));
    }

    ProvisionedProducts provisionedProducts(Lane lane) {
        return provisionedProducts.computeIfAbsent(
                lane, key -> retry.call(() -> new ProvisionedProducts(catalog.provisionedProducts(lane))));
    }

    /** The account that the lane is looked at from; empty where AWS does not tell. */
    Optional<String> callerAccount(Lane lane) {
        return callerAccounts.computeIfAbsent(lane, caller::account);
    }
}
