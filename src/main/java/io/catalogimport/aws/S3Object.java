package io.catalogimport.aws;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Uri;

/**
 * An object in S3 that a URL names.
 *
 * @param version null for the latest
 */
record S3Object(String bucket, String key, @Nullable String version) {
    private static final Pattern PATH_STYLE = Pattern.compile("/([^/]+)/(.+)");

    /** The object at this URL; empty if the URL does not lead to S3 or to the S3 endpoint in use. */
    static Optional<S3Object> at(URI uri, S3Client s3) {
        if (isAtEndpoint(uri, s3)) {
            Matcher path = PATH_STYLE.matcher(String.valueOf(uri.getPath()));
            return path.matches() ? Optional.of(new S3Object(path.group(1), path.group(2), null)) : Optional.empty();
        }
        try {
            S3Uri parsed = s3.utilities().parseUri(uri);
            String version = parsed.firstMatchingRawQueryParameter("versionId").orElse(null);
            return parsed.bucket().flatMap(bucket -> parsed.key().map(key -> new S3Object(bucket, key, version)));
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
