package io.catalogimport.sandbox.wire;

/** AWS's partitions, told from the region's code. */
public final class Partitions {
    private Partitions() {}

    public static String of(String region) {
        if (region.startsWith("cn-")) {
            return "aws-cn";
        }
        if (region.startsWith("us-gov-")) {
            return "aws-us-gov";
        }
        return region.startsWith("eusc-") ? "aws-eusc" : "aws";
    }
}
