package io.catalogimport.aws;

import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.regions.Region;

/** The regions that the SDK knows. A region that it does not know is usually a typing error. */
public final class KnownRegions {
    /** A cache, because each row of a file asks for its region and the SDK is slow to answer. */
    private static final Map<String, String> PARTITIONS = Region.regions().stream()
            .filter(region -> region.metadata() != null)
            .collect(Collectors.toUnmodifiableMap(
                    Region::id, region -> region.metadata().partition().id()));

    private KnownRegions() {}

    /** The partition of a region; {@code aws} for one that the SDK does not know. */
    static String partition(String region) {
        return PARTITIONS.getOrDefault(region, "aws");
    }

    /** Whether the partition has the region. */
    public static boolean contains(String partition, String region) {
        return partition.equals(PARTITIONS.get(region));
    }
}
