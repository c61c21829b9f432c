package io.catalogimport.validation;

import io.catalogimport.aws.Lane;
import io.catalogimport.aws.LaunchPath;
import io.catalogimport.aws.Product;
import io.catalogimport.aws.ProvisionedProduct;
import io.catalogimport.aws.ProvisioningArtifact;
import io.catalogimport.aws.StackDescription;
import io.catalogimport.aws.TemplateText;
import io.catalogimport.mapping.StackMapping;
import java.util.List;
import java.util.Optional;

/**
 * A mapping in validation, with what AWS says about the things that it names. AWS is asked for product, version and
 * template once in each lane, when a rule first needs them.
 *
 * @param mapping with the ids of what it names, as far as they were found
 * @param stack empty if no stack has that ARN
 */
record Candidate(StackMapping mapping, Optional<StackDescription> stack, LaneFacts facts) {

    Lane lane() {
        return mapping.stackArn().lane();
    }

    Optional<Product> product() {
        return mapping.productId().isEmpty() ? Optional.empty() : facts.product(mapping.productId());
    }

    Optional<ProvisioningArtifact> provisioningArtifact() {
        return mapping.productId().isEmpty() || mapping.provisioningArtifactId().isEmpty()
                ? Optional.empty()
                : facts.provisioningArtifact(mapping.productId(), mapping.provisioningArtifactId());
    }

    List<LaunchPath> launchPaths() {
        return facts.launchPaths(mapping.productId());
    }

    /** The launch paths, if AWS was asked for them already; otherwise none. */
    List<LaunchPath> knownLaunchPaths() {
        return facts.knownLaunchPaths(mapping.productId());
    }

    Optional<ProvisionedProduct> provisionedProductOfStack() {
        return facts.provisionedProductOfStack(mapping);
    }

    Optional<ProvisionedProduct> provisionedProductOfName() {
        return facts.provisionedProductOfName(mapping);
    }

    String stackTemplate() {
        return facts.stackTemplate(mapping.stackArn());
    }

    TemplateText artifactTemplate(ProvisioningArtifact artifact) {
        return facts.artifactTemplate(mapping.productId(), artifact);
    }
}
