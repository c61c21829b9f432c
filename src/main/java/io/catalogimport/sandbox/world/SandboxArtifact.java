package io.catalogimport.sandbox.world;

import io.catalogimport.sandbox.template.Template;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One version of a product.
 *
 * @param details the Info map as DescribeProvisioningArtifact shows it
 * @param availableAt when Service Catalog has made it
 * @param verboseDetails what is added to the Info map when a verbose answer is asked for
 */
public record SandboxArtifact(
        String id,
        String name,
        @Nullable String description,
        Instant createdAt,
        boolean active,
        boolean deprecated,
        Template template,
        Map<String, String> details,
        Map<String, String> verboseDetails,
        Instant availableAt) {

    /** A version that is available from the beginning. */
    public SandboxArtifact(
            String id,
            String name,
            @Nullable String description,
            Instant createdAt,
            boolean active,
            boolean deprecated,
            Template template,
            Map<String, String> details,
            Map<String, String> verboseDetails) {
        this(id, name, description, createdAt, active, deprecated, template, details, verboseDetails, createdAt);
    }

    /** Service Catalog makes a version in the background. */
    public String status(Instant now) {
        return now.isBefore(availableAt) ? "CREATING" : "AVAILABLE";
    }

    /** What users are told to do with it. */
    public String guidance() {
        return deprecated ? "DEPRECATED" : "DEFAULT";
    }
}
