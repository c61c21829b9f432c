package io.catalogimport.sandbox.world;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Service Catalog's record of one request.
 *
 * @param artifact the version that was asked for, or that was in use when the termination was
 * @param pathId the launch path; a termination has none
 * @param failure why the record fails, for one that will
 */
public record SandboxRecord(
        String id,
        Type type,
        SandboxProvisionedProduct provisionedProduct,
        SandboxArtifact artifact,
        @Nullable String pathId,
        String userArn,
        Instant createdAt,
        Timeline<SandboxRecordStatus> status,
        Optional<Failure> failure) {

    /** The record as it was when the request was accepted. */
    public SandboxRecord asAccepted() {
        Timeline<SandboxRecordStatus> beginning = Timeline.starting(createdAt, SandboxRecordStatus.CREATED);
        return new SandboxRecord(
                id, type, provisionedProduct, artifact, pathId, userArn, createdAt, beginning, Optional.empty());
    }

    /** What was requested. */
    public enum Type {
        IMPORT_PROVISIONED_PRODUCT,
        UPDATE_PROVISIONED_PRODUCT,
        TERMINATE_PROVISIONED_PRODUCT
    }

    /** One of the errors of a failed record. */
    public record Failure(String code, String description) {}
}
