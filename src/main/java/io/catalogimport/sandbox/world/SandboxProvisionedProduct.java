package io.catalogimport.sandbox.world;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A stack that Service Catalog manages. */
public final class SandboxProvisionedProduct {
    private final String id;
    private final Origin origin;
    private final Timeline<SandboxRecordStatus> provisioning;
    private final List<SandboxRecord> updates = new ArrayList<>();
    private final Set<String> owners = new LinkedHashSet<>();
    private Timeline<SandboxProvisionedProductStatus> status;
    private Timeline<Owner> owner;
    private Timeline<Optional<String>> launchRole;
    private @Nullable String complaint;
    private String lastRecordId;
    private @Nullable Instant goneAt;

    /**
     * Where a provisioned product comes from; none of it changes.
     *
     * @param token the idempotency token of the request that made it
     * @param userArn who made it, as an ARN with its session
     * @param principalArn the user or role behind that
     * @param artifact the version that it was made from
     * @param complaint what to say of it when it is tainted or in error
     */
    public record Origin(
            String name,
            String arn,
            SandboxProduct product,
            SandboxArtifact artifact,
            Stack stack,
            String token,
            String userArn,
            String principalArn,
            Instant createdAt,
            String recordId,
            @Nullable String complaint) {}

    SandboxProvisionedProduct(
            String id,
            Origin origin,
            Timeline<SandboxRecordStatus> provisioning,
            Timeline<SandboxProvisionedProductStatus> status) {
        this.id = id;
        this.origin = origin;
        this.provisioning = provisioning;
        this.status = status;
        this.complaint = origin.complaint();
        this.lastRecordId = origin.recordId();
        this.owner = Timeline.starting(origin.createdAt(), new Owner(origin.userArn(), origin.principalArn()));
        this.launchRole = Timeline.starting(origin.createdAt(), Optional.empty());
        owners.add(origin.principalArn());
    }

    /**
     * Who may see and change it.
     *
     * @param userArn as an ARN with its session, if it has one
     * @param principalArn the user or role behind that
     */
    public record Owner(String userArn, String principalArn) {}

    public Owner owner(Instant now) {
        return owner.at(now);
    }

    /** Whether it has changed hands since it was this principal's. */
    public boolean hasLeft(String principalArn, Instant now) {
        return owners.contains(principalArn) && !owner(now).principalArn().equals(principalArn);
    }

    public Optional<String> launchRole(Instant now) {
        return launchRole.at(now);
    }

    /** Has other properties from then on. */
    void change(String recordId, @Nullable Owner newOwner, @Nullable String newLaunchRole, Instant from) {
        lastRecordId = recordId;
        if (newOwner != null) {
            owner = owner.then(from, newOwner);
            owners.add(newOwner.principalArn());
        }
        if (newLaunchRole != null) {
            launchRole = launchRole.then(from, Optional.of(newLaunchRole));
        }
    }

    public String id() {
        return id;
    }

    public Origin origin() {
        return origin;
    }

    public SandboxProvisionedProductStatus status(Instant now) {
        return status.at(now);
    }

    public Optional<String> statusMessage(Instant now) {
        return switch (status(now)) {
            case TAINTED, ERROR -> Optional.ofNullable(complaint);
            case AVAILABLE, UNDER_CHANGE -> Optional.empty();
        };
    }

    public String lastRecordId() {
        return lastRecordId;
    }

    /** The record of the latest import or update, however it goes. */
    public String lastProvisioningRecordId() {
        return updates.isEmpty()
                ? origin.recordId()
                : updates.get(updates.size() - 1).id();
    }

    /** The record of the latest import or update that has succeeded. */
    public Optional<String> lastSuccessfulRecordId(Instant now) {
        return lastUpdate(now)
                .map(SandboxRecord::id)
                .or(() -> provisioning.at(now) == SandboxRecordStatus.SUCCEEDED
                        ? Optional.of(origin.recordId())
                        : Optional.empty());
    }

    /** The version that is in use: a failed update leaves the one before. */
    public SandboxArtifact artifact(Instant now) {
        return lastUpdate(now).map(SandboxRecord::artifact).orElse(origin.artifact());
    }

    private Optional<SandboxRecord> lastUpdate(Instant now) {
        return updates.stream()
                .filter(update -> update.status().at(now) == SandboxRecordStatus.SUCCEEDED)
                .reduce((earlier, later) -> later);
    }

    public boolean isThere(Instant now) {
        return goneAt == null || now.isBefore(goneAt);
    }

    void update(SandboxRecord update, Timeline<SandboxProvisionedProductStatus> course) {
        updates.add(update);
        lastRecordId = update.id();
        status = course;
        complaint = update.failure().map(SandboxRecord.Failure::description).orElse(null);
    }

    void leave(String recordId, Instant now, Instant gone) {
        lastRecordId = recordId;
        status = Timeline.starting(now, SandboxProvisionedProductStatus.UNDER_CHANGE);
        goneAt = gone;
    }
}
