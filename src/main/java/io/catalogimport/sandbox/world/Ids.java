package io.catalogimport.sandbox.world;

import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Makes ids. Those of seeded things are derived from their names alone, so that a mapping file can be written against
 * a seed; those of things made by requests are also derived from the time of the sandbox's start, so that no two runs
 * share any.
 */
public final class Ids {
    private static final int LENGTH = 13;

    private final String origin;
    private final AtomicLong sequence = new AtomicLong();

    public Ids(String origin) {
        this.origin = origin;
    }

    /** The prefix and the first 13 hex digits of the SHA-256 of {@code <account>/<region>/<kind>/<name>}. */
    public static String derived(String prefix, Location location, String kind, String name) {
        return prefix + digest(location + "/" + kind + "/" + name).substring(0, LENGTH);
    }

    /** The first 32 hex digits of the SHA-256 of {@code <account>/<region>/stack/<name>}, grouped as a UUID. */
    public static String derivedStackId(Location location, String name) {
        return grouped(digest(location + "/stack/" + name));
    }

    public String next(String prefix) {
        return prefix + nextDigest().substring(0, LENGTH);
    }

    public String nextUuid() {
        return grouped(nextDigest());
    }

    private String nextDigest() {
        return digest(origin + "/" + sequence.incrementAndGet());
    }

    private static String grouped(String hex) {
        return String.join(
                "-",
                hex.substring(0, 8),
                hex.substring(8, 12),
                hex.substring(12, 16),
                hex.substring(16, 20),
                hex.substring(20, 32));
    }

    private static String digest(String text) {
        return HexFormat.of().formatHex(StableDigest.of(text));
    }
}
