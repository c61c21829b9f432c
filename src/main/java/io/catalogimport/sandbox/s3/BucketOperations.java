package io.catalogimport.sandbox.s3;

import io.catalogimport.sandbox.wire.AwsError;
import io.catalogimport.sandbox.wire.Caller;
import io.catalogimport.sandbox.wire.Input;
import io.catalogimport.sandbox.wire.Invocation;
import io.catalogimport.sandbox.wire.Request;
import io.catalogimport.sandbox.wire.Response;
import io.catalogimport.sandbox.world.Buckets;
import io.catalogimport.sandbox.world.Buckets.Bucket;
import io.catalogimport.sandbox.world.Location;
import io.catalogimport.sandbox.world.StoredObject;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What S3 does with buckets and objects. Only the account that owns a bucket may use it. */
final class BucketOperations {
    private final Buckets buckets;

    BucketOperations(Buckets buckets) {
        this.buckets = buckets;
    }

    Response createBucket(Invocation invocation, Caller caller) {
        String name = invocation.input().text("Bucket");
        Location location = Location.of(caller);
        Bucket bucket = buckets.findOrCreate(name, location);
        if (!bucket.location().account().equals(caller.account())) {
            throw AwsError.BUCKET_ALREADY_EXISTS.because("The requested bucket name is not available.");
        }
        return response(invocation.request(), Map.of("Location", "/" + name), new byte[0]);
    }

    Response headBucket(Invocation invocation, Caller caller) {
        Bucket bucket = bucket(invocation.input(), caller);
        return response(
                invocation.request(),
                Map.of("x-amz-bucket-region", bucket.location().region()),
                new byte[0]);
    }

    Response putObject(Invocation invocation, Caller caller) {
        Request request = invocation.request();
        boolean chunked = request.header("x-amz-content-sha256")
                .filter(digest -> digest.startsWith("STREAMING-"))
                .isPresent();
        StoredObject object = new StoredObject(
                chunked ? ChunkedBody.decode(request.body()) : request.body(),
                request.header("Content-Type").orElse("binary/octet-stream"),
                request.at());
        bucket(invocation.input(), caller).objects().put(invocation.input().text("Key"), object);
        return response(request, Map.of("ETag", object.etag()), new byte[0]);
    }

    /** HeadObject is the same, but for the body that the server leaves out. */
    Response getObject(Invocation invocation, Caller caller) {
        Input input = invocation.input();
        StoredObject object = Optional.ofNullable(
                        bucket(input, caller).objects().get(input.text("Key")))
                .orElseThrow(() -> AwsError.NO_SUCH_KEY.because("The specified key does not exist."));
        Map<String, String> headers = Map.of(
                "Content-Type",
                object.contentType(),
                "ETag",
                object.etag(),
                "Last-Modified",
                DateTimeFormatter.RFC_1123_DATE_TIME.format(object.modifiedAt().atOffset(ZoneOffset.UTC)));
        return response(invocation.request(), headers, object.content());
    }

    private Bucket bucket(Input input, Caller caller) {
        Bucket bucket = buckets.find(input.text("Bucket"))
                .orElseThrow(() -> AwsError.NO_SUCH_BUCKET.because("The specified bucket does not exist"));
        if (!bucket.location().account().equals(caller.account())) {
            throw AwsError.ACCESS_DENIED.because("Access Denied");
        }
        return bucket;
    }

    private static Response response(Request request, Map<String, String> headers, byte[] body) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put("x-amz-request-id", request.id());
        return new Response(200, all, body);
    }
}
