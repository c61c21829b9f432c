package io.catalogimport.aws;

import java.net.URI;
import java.util.Optional;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Uri;

/** An object in S3, as a URL names it. */
record S3Object(String bucket, String key) {

    /** The object at this URL; empty where the URL does not lead to S3, or to the S3 endpoint in use. */
    static Optional<S3Object> at(URI uri, S3Client s3) {
        if (isAtEndpoint(uri, s3)) {
            String[] bucketAndKey = uri.getPath().substring(1).split("/", 2);
            return bucketAndKey.length < 2
                    ? Optional.empty()
                    : Optional.of(new S3Object(bucketAndKey[0], bucketAndKey[1]));
        }
        try {
            S3Uri parsed = s3.utilities().parseUri(uri);
            return parsed.bucket().flatMap(bucket -> parsed.key().map(key -> new S3Object(bucket, key)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean isAtEndpoint(URI uri, S3Client s3) {
        return s3.serviceClientConfiguration()
                .endpointOverride()
                .filter(endpoint -> endpoint.getAuthority().equals(uri.getAuthority()))
                .isPresent();
    }
}
