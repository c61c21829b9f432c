package io.catalogimport.aws;

import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.AwsProfileRegionProvider;
import software.amazon.awssdk.regions.providers.AwsRegionProviderChain;
import software.amazon.awssdk.regions.providers.SystemSettingsRegionProvider;

/**
 * The region in which STS is asked: the caller's own region in its partition, otherwise a region that every account of
 * the partition has. It is never the lane's region. That one may be enabled only for the lane's account, and then STS
 * there does not know the caller.
 */
final class StsRegion {
    private final Optional<String> callersOwn;

    /** The caller's region by the SDK's own settings, without asking a machine's metadata service. */
    StsRegion() {
        this(configured());
    }

    StsRegion(Optional<String> callersOwn) {
        this.callersOwn = callersOwn;
    }

    private static Optional<String> configured() {
        try {
            Region region = new AwsRegionProviderChain(
                            new SystemSettingsRegionProvider(), new AwsProfileRegionProvider())
                    .getRegion();
            return Optional.ofNullable(region).map(Region::id);
        } catch (SdkClientException e) {
            return Optional.empty();
        }
    }

    Optional<String> callersOwn() {
        return callersOwn;
    }

    String in(String partition) {
        return callersOwn
                .filter(region -> KnownRegions.contains(partition, region))
                .orElseGet(() -> usual(partition));
    }

    /** The partitions that may know the caller's credentials: that of the caller's region, otherwise the public ones. */
    List<String> callersPartitions() {
        return callersOwn
                .map(region -> List.of(KnownRegions.partition(region)))
                .orElse(List.of("aws", "aws-cn", "aws-us-gov"));
    }

    private static String usual(String partition) {
        return switch (partition) {
            case "aws" -> "us-east-1";
            case "aws-cn" -> "cn-north-1";
            case "aws-us-gov" -> "us-gov-west-1";
            default -> firstKnown(partition);
        };
    }

    private static String firstKnown(String partition) {
        return Region.regions().stream()
                .filter(region -> !region.isGlobalRegion())
                .filter(region -> KnownRegions.contains(partition, region.id()))
                .map(Region::id)
                .sorted()
                .findFirst()
                .orElse("us-east-1");
    }
}
