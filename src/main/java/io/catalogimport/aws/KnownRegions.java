package io.catalogimport.aws;

import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.RegionMetadata;

/** The regions that the SDK knows. A region that it does not know is usually a typing error. */
public final class KnownRegions {
    private KnownRegions() {}

    /** The partition of a region; {@code aws} for one that the SDK does not know. */
    static String partition(String region) {
        RegionMetadata metadata = RegionMetadata.of(Region.of(region));
        return metadata == null ? "aws" : metadata.partition().id();
    }

    /** Whether there is such a region in the partition. */
    public static boolean contains(String partition, String region) {
        RegionMetadata metadata = RegionMetadata.of(Region.of(region));
        return metadata != null && metadata.partition().id().equals(partition);
    }
}
