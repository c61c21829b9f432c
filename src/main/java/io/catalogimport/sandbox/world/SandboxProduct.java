package io.catalogimport.sandbox.world;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A product of the catalog and its versions. */
public final class SandboxProduct {
    private final String id;
    private final String arn;
    private final Instant createdAt;
    private final Map<String, String> description;
    private final Map<String, SandboxArtifact> artifacts = new LinkedHashMap<>();

    /**
     * A product without versions yet.
     *
     * @param description what its maker says of it: Name, Owner and the optional members of CreateProduct
     */
    public SandboxProduct(String id, String arn, Instant createdAt, Map<String, String> description) {
        this.id = id;
        this.arn = arn;
        this.createdAt = createdAt;
        this.description = Map.copyOf(description);
    }

    public String id() {
        return id;
    }

    public String arn() {
        return arn;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public String name() {
        return description.getOrDefault("Name", id);
    }

    public String owner() {
        return description.getOrDefault("Owner", "");
    }

    public Optional<String> described(String member) {
        return Optional.ofNullable(description.get(member));
    }

    public void add(SandboxArtifact artifact) {
        artifacts.put(artifact.id(), artifact);
    }

    public Optional<SandboxArtifact> artifact(String artifactId) {
        return Optional.ofNullable(artifacts.get(artifactId));
    }

    public List<SandboxArtifact> artifacts() {
        return new ArrayList<>(artifacts.values());
    }
}
