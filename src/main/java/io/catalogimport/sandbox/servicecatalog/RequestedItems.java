package io.catalogimport.sandbox.servicecatalog;

import io.catalogimport.sandbox.wire.AwsError;
import io.catalogimport.sandbox.wire.Input;
import io.catalogimport.sandbox.wire.RefusedCallException;
import io.catalogimport.sandbox.world.Catalog;
import io.catalogimport.sandbox.world.Portfolio;
import io.catalogimport.sandbox.world.SandboxArtifact;
import io.catalogimport.sandbox.world.SandboxProduct;
import io.catalogimport.sandbox.world.SandboxProvisionedProduct;
import io.catalogimport.sandbox.world.SandboxProvisionedProducts;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Finds what requests name, or says in AWS's terms that it is not there. */
final class RequestedItems {
    private final Catalog catalog;

    RequestedItems(Catalog catalog) {
        this.catalog = catalog;
    }

    SandboxProduct product(String id) {
        return catalog.product(id).orElseThrow(() -> notFound("Product", id));
    }

    /** The product that the members name, by id or by name. */
    SandboxProduct product(Input input, String idMember, String nameMember) {
        Optional<String> id = input.find(idMember);
        if (id.isPresent()) {
            return product(id.get());
        }
        String name = input.find(nameMember)
                .orElseThrow(() -> AwsError.INVALID_PARAMETERS.because(
                        "Either " + idMember + " or " + nameMember + " must be given."));
        return only(
                catalog.products().stream()
                        .filter(product -> product.name().equals(name))
                        .toList(),
                "Product",
                name);
    }

    static SandboxArtifact artifact(SandboxProduct product, String id) {
        return product.artifact(id).orElseThrow(() -> notFound("Provisioning artifact", id));
    }

    static SandboxArtifact artifact(SandboxProduct product, Input input) {
        Optional<String> id = input.find("ProvisioningArtifactId");
        if (id.isPresent()) {
            return artifact(product, id.get());
        }
        String name = input.find("ProvisioningArtifactName")
                .orElseThrow(() -> AwsError.INVALID_PARAMETERS.because(
                        "Either ProvisioningArtifactId or ProvisioningArtifactName must be given."));
        return only(
                product.artifacts().stream()
                        .filter(artifact -> artifact.name().equals(name))
                        .toList(),
                "Provisioning artifact",
                name);
    }

    Portfolio portfolio(String id) {
        return catalog.portfolio(id).orElseThrow(() -> notFound("Portfolio", id));
    }

    /** The provisioned product that is named by its id, its name or its ARN in the place of the name. */
    static SandboxProvisionedProduct provisionedProduct(SandboxProvisionedProducts products, Input input, Instant now) {
        Optional<String> id = input.find("ProvisionedProductId");
        Optional<String> name = input.find("ProvisionedProductName");
        if (id.isPresent() == name.isPresent()) {
            throw AwsError.INVALID_PARAMETERS.because(
                    "Either ProvisionedProductId or ProvisionedProductName must be given, and not both.");
        }
        return id.flatMap(given -> products.find(given, now))
                .or(() -> name.flatMap(given -> products.findByName(given, now)))
                .or(() -> name.flatMap(given -> products.find(idOf(given), now)
                        .filter(found -> found.origin().arn().equals(given))))
                .orElseThrow(
                        () -> notFound("Provisioned product", id.or(() -> name).orElse("")));
    }

    private static String idOf(String arn) {
        return arn.substring(arn.lastIndexOf('/') + 1);
    }

    static RefusedCallException notFound(String what, String id) {
        return AwsError.RESOURCE_NOT_FOUND.because(what + " " + id + " not found.");
    }

    private static <T> T only(List<T> found, String what, String name) {
        if (found.isEmpty()) {
            throw AwsError.RESOURCE_NOT_FOUND.because(
                    what + " with name " + name + " does not exist or access was denied");
        }
        if (found.size() > 1) {
            throw AwsError.INVALID_PARAMETERS.because("Multiple " + what + " with name " + name + " found");
        }
        return found.get(0);
    }
}
