package io.catalogimport.discovery;

/** What became of the version of a group. */
public sealed interface PreparedVersion {
    /**
     * It is available.
     *
     * @param isNew whether this start has made it
     */
    record Available(String productId, String provisioningArtifactId, boolean isNew) implements PreparedVersion {}

    /** It was not made; {@code why} is a sentence. */
    record NotMade(String why) implements PreparedVersion {}
}
