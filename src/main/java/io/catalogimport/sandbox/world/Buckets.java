package io.catalogimport.sandbox.world;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** S3's buckets. Their names are shared by all accounts and regions, as in AWS. */
public final class Buckets {
    private final Map<String, Bucket> byName = new HashMap<>();

    /** A bucket, its owner's location, and what is in it. */
    public record Bucket(String name, Location location, Map<String, StoredObject> objects) {}

    public Optional<Bucket> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    public Bucket findOrCreate(String name, Location location) {
        return byName.computeIfAbsent(name, absent -> new Bucket(absent, location, new HashMap<>()));
    }
}
