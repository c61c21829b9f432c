package io.catalogimport.aws;

import io.catalogimport.mapping.StackMapping;
import org.jspecify.annotations.Nullable;

/** A provisioned product in a test: available, and just what the mapping asks for, where nothing else is said. */
public final class ProvisionedProductBuilder {
    private final String name;
    private final String productId;
    private final String artifactId;
    private String id = "pp-1";
    private @Nullable String physicalId;
    private String status = "AVAILABLE";
    private @Nullable String statusMessage;
    private @Nullable String lastRecordId = "rec-1";
    private @Nullable String lastSuccessfulRecordId;
    private @Nullable String token;

    private ProvisionedProductBuilder(StackMapping mapping) {
        this.name = mapping.provisionedProductName();
        this.productId = mapping.productId();
        this.artifactId = mapping.provisioningArtifactId();
        this.physicalId = mapping.stackArn().toString();
    }

    /** What an import of the mapping makes. */
    public static ProvisionedProductBuilder provisionedProductOf(StackMapping mapping) {
        return new ProvisionedProductBuilder(mapping);
    }

    public ProvisionedProductBuilder withId(String other) {
        this.id = other;
        return this;
    }

    /** As DescribeProvisionedProduct tells of it. */
    public ProvisionedProductBuilder withoutPhysicalId() {
        this.physicalId = null;
        return this;
    }

    public ProvisionedProductBuilder ofStack(String stackArn) {
        this.physicalId = stackArn;
        return this;
    }

    public ProvisionedProductBuilder madeWithToken(@Nullable String idempotencyToken) {
        this.token = idempotencyToken;
        return this;
    }

    public ProvisionedProductBuilder lastRecord(@Nullable String recordId) {
        this.lastRecordId = recordId;
        return this;
    }

    public ProvisionedProductBuilder lastSuccessfulRecord(@Nullable String recordId) {
        this.lastSuccessfulRecordId = recordId;
        return this;
    }

    public ProvisionedProductBuilder inStatus(String other) {
        this.status = other;
        return this;
    }

    public ProvisionedProductBuilder inStatus(String other, String message) {
        this.status = other;
        this.statusMessage = message;
        return this;
    }

    public ProvisionedProduct build() {
        return new ProvisionedProduct(
                id,
                name,
                physicalId,
                productId,
                artifactId,
                ProvisionedProductStatus.of(status),
                statusMessage,
                lastRecordId,
                lastSuccessfulRecordId,
                token,
                null);
    }
}
