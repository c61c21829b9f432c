package io.catalogimport.sandbox.servicecatalog;

import io.catalogimport.sandbox.wire.Answer;
import io.catalogimport.sandbox.world.Portfolio;
import io.catalogimport.sandbox.world.SandboxArtifact;
import io.catalogimport.sandbox.world.SandboxProduct;
import io.catalogimport.sandbox.world.SandboxProvisionedProduct;
import io.catalogimport.sandbox.world.SandboxProvisionedProduct.Origin;
import io.catalogimport.sandbox.world.SandboxRecord;
import io.catalogimport.sandbox.world.SandboxRecordStatus;
import java.time.Instant;
import java.util.List;

/** The catalog's things as Service Catalog shows them. */
final class Answers {
    static final String TEMPLATE_TYPE = "CLOUD_FORMATION_TEMPLATE";

    private Answers() {}

    static Answer recordDetail(SandboxRecord shown, Instant now) {
        Origin origin = shown.provisionedProduct().origin();
        SandboxRecordStatus status = shown.status().at(now);
        List<Answer> errors = shown.failure().filter(failure -> status == SandboxRecordStatus.FAILED).stream()
                .map(failure -> new Answer().with("Code", failure.code()).with("Description", failure.description()))
                .toList();
        return new Answer()
                .with("RecordId", shown.id())
                .with("ProvisionedProductName", origin.name())
                .with("Status", status.name())
                .with("CreatedTime", shown.createdAt())
                .with("UpdatedTime", shown.status().changedAt(now))
                .with("ProvisionedProductType", "CFN_STACK")
                .with("RecordType", shown.type().name())
                .with("ProvisionedProductId", shown.provisionedProduct().id())
                .with("ProductId", origin.product().id())
                .with("ProvisioningArtifactId", shown.artifact().id())
                .with("PathId", shown.pathId())
                .with("RecordErrors", errors)
                .with("RecordTags", List.of());
    }

    static Answer provisionedProductDetail(SandboxProvisionedProduct product, Instant now) {
        return provisionedProduct(product, now)
                .with("ProductId", product.origin().product().id())
                .with("ProvisioningArtifactId", product.artifact(now).id())
                .with("LaunchRoleArn", product.launchRole(now).orElse(null));
    }

    /** A provisioned product as SearchProvisionedProducts shows it: with the stack and the names. */
    static Answer provisionedProductAttribute(SandboxProvisionedProduct product, Instant now) {
        Origin origin = product.origin();
        return provisionedProduct(product, now)
                .with("Tags", List.of())
                .with("PhysicalId", origin.stack().arn())
                .with("ProductId", origin.product().id())
                .with("ProductName", origin.product().name())
                .with("ProvisioningArtifactId", product.artifact(now).id())
                .with("ProvisioningArtifactName", product.artifact(now).name())
                .with("UserArn", product.owner(now).principalArn())
                .with("UserArnSession", product.owner(now).userArn());
    }

    private static Answer provisionedProduct(SandboxProvisionedProduct product, Instant now) {
        Origin origin = product.origin();
        return new Answer()
                .with("Name", origin.name())
                .with("Arn", origin.arn())
                .with("Type", "CFN_STACK")
                .with("Id", product.id())
                .with("Status", product.status(now).name())
                .with("StatusMessage", product.statusMessage(now).orElse(null))
                .with("CreatedTime", origin.createdAt())
                .with("IdempotencyToken", origin.token())
                .with("LastRecordId", product.lastRecordId())
                .with("LastProvisioningRecordId", product.lastProvisioningRecordId())
                .with(
                        "LastSuccessfulProvisioningRecordId",
                        product.lastSuccessfulRecordId(now).orElse(null));
    }

    static Answer productViewSummary(SandboxProduct product) {
        return new Answer()
                .with("Id", "prodview-" + product.id().substring(product.id().indexOf('-') + 1))
                .with("ProductId", product.id())
                .with("Name", product.name())
                .with("Owner", product.described("Owner").orElse(null))
                .with("ShortDescription", product.described("Description").orElse(null))
                .with("Type", TEMPLATE_TYPE)
                .with("Distributor", product.described("Distributor").orElse(null))
                .with("HasDefaultPath", false)
                .with("SupportEmail", product.described("SupportEmail").orElse(null))
                .with(
                        "SupportDescription",
                        product.described("SupportDescription").orElse(null))
                .with("SupportUrl", product.described("SupportUrl").orElse(null));
    }

    static Answer productViewDetail(SandboxProduct product) {
        return new Answer()
                .with("ProductViewSummary", productViewSummary(product))
                .with("Status", "AVAILABLE")
                .with("ProductARN", product.arn())
                .with("CreatedTime", product.createdAt());
    }

    /** The short form, which the end user's and the administrator's view share. */
    static Answer artifactSummary(SandboxArtifact artifact) {
        return new Answer()
                .with("Id", artifact.id())
                .with("Name", artifact.name())
                .with("Description", artifact.description())
                .with("CreatedTime", artifact.createdAt());
    }

    static Answer artifactDetail(SandboxArtifact artifact) {
        return artifactSummary(artifact)
                .with("Type", TEMPLATE_TYPE)
                .with("Active", artifact.active())
                .with("Guidance", artifact.guidance());
    }

    static Answer portfolioDetail(Portfolio portfolio) {
        return new Answer()
                .with("Id", portfolio.id())
                .with("ARN", portfolio.arn())
                .with("DisplayName", portfolio.presentation().displayName())
                .with("Description", portfolio.presentation().description())
                .with("CreatedTime", portfolio.createdAt())
                .with("ProviderName", portfolio.presentation().providerName());
    }
}
