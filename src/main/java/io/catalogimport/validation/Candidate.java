package io.catalogimport.validation;

import io.catalogimport.aws.Lane;
import io.catalogimport.aws.LaunchPath;
import io.catalogimport.aws.Product;
import io.catalogimport.aws.ProvisionedProduct;
import io.catalogimport.aws.ProvisioningArtifact;
import io.catalogimport.aws.StackDescription;
import io.catalogimport.aws.TemplateText;
import io.catalogimport.mapping.StackMapping;
import io.catalogimport.validation.template.ToolMarks;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A mapping in validation, with what AWS says about the things that it names. AWS is asked for product, version and
 * template once in each lane, when a rule first needs them.
 *
 * @param mapping with the ids of what it names, as far as they were found
 * @param stack empty if no stack has that ARN
 * @param template the stack's, once it was read
 * @param difference all differences from the version's template, once they were found to differ
 */
record Candidate(
        StackMapping mapping,
        Optional<StackDescription> stack,
        LaneFacts facts,
        AtomicReference<@Nullable String> template,
        AtomicReference<@Nullable String> difference) {

    Candidate(StackMapping mapping, Optional<StackDescription> stack, LaneFacts facts) {
        this(mapping, stack, facts, new AtomicReference<>(), new AtomicReference<>());
    }

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

    /** What updates of the version meet; empty if there is no such version that is active. */
    Optional<UpdateConditions> updateConditions() {
        return provisioningArtifact()
                .filter(ProvisioningArtifact::active)
                .map(artifact -> facts.updateConditions(mapping.productId(), artifact.id()));
    }

    Optional<ProvisionedProduct> provisionedProductOfStack() {
        return facts.provisionedProductOfStack(mapping);
    }

    Optional<ProvisionedProduct> provisionedProductOfName() {
        return facts.provisionedProductOfName(mapping);
    }

    String stackTemplate() {
        String read = facts.stackTemplate(mapping.stackArn());
        template.set(read);
        return read;
    }

    /** The tools whose marks the stack's template has, if another rule has read it. It is not worth a call of its own. */
    List<String> toolsOfTemplate() {
        String read = template.get();
        return read == null ? List.of() : ToolMarks.in(read);
    }

    TemplateText artifactTemplate(ProvisioningArtifact artifact) {
        return facts.artifactTemplate(mapping.productId(), artifact);
    }
}
