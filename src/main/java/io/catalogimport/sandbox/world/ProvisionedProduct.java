package io.catalogimport.sandbox.world;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A stack under Service Catalog's care. */
public final class ProvisionedProduct {
    private final String id;
    private final Origin origin;
    private final Timeline<RecordStatus> provisioning;
    private Timeline<ProvisionedProductStatus> status;
    private String lastRecordId;
    private @Nullable Instant goneAt;

    /**
     * Where a provisioned product comes from; none of it changes.
     *
     * @param token the idempotency token of the request that made it
     * @param userArn who made it, as an ARN with its session
     * @param principalArn the user or role behind that
     * @param complaint what to say of it when it is tainted or in error
     */
    public record Origin(
            String name,
            String arn,
            Product product,
            ProvisioningArtifact artifact,
            Stack stack,
            String token,
            String userArn,
            String principalArn,
            Instant createdAt,
            String recordId,
            @Nullable String complaint) {}

    ProvisionedProduct(
            String id, Origin origin, Timeline<RecordStatus> provisioning, Timeline<ProvisionedProductStatus> status) {
        this.id = id;
        this.origin = origin;
        this.provisioning = provisioning;
        this.status = status;
        this.lastRecordId = origin.recordId();
    }

    public String id() {
        return id;
    }

    public Origin origin() {
        return origin;
    }

    public ProvisionedProductStatus status(Instant now) {
        return status.at(now);
    }

    public Optional<String> statusMessage(Instant now) {
        return switch (status(now)) {
            case TAINTED, ERROR -> Optional.ofNullable(origin.complaint());
            case AVAILABLE, UNDER_CHANGE -> Optional.empty();
        };
    }

    public String lastRecordId() {
        return lastRecordId;
    }

    /** The import's record once it has succeeded; there is no other provisioning than the import. */
    public Optional<String> lastSuccessfulRecordId(Instant now) {
        return provisioning.at(now) == RecordStatus.SUCCEEDED ? Optional.of(origin.recordId()) : Optional.empty();
    }

    public boolean isThere(Instant now) {
        return goneAt == null || now.isBefore(goneAt);
    }

    void leave(String recordId, Instant now, Instant gone) {
        lastRecordId = recordId;
        status = Timeline.starting(now, ProvisionedProductStatus.UNDER_CHANGE);
        goneAt = gone;
    }
}
