package io.catalogimport.sandbox.s3;

import io.catalogimport.sandbox.wire.Answer;
import io.catalogimport.sandbox.wire.AwsError;
import io.catalogimport.sandbox.wire.Caller;
import io.catalogimport.sandbox.wire.Dialect;
import io.catalogimport.sandbox.wire.Input;
import io.catalogimport.sandbox.wire.Invocation;
import io.catalogimport.sandbox.wire.RefusedCallException;
import io.catalogimport.sandbox.wire.Request;
import io.catalogimport.sandbox.wire.Response;
import io.catalogimport.sandbox.wire.Service;
import io.catalogimport.sandbox.wire.Xml;
import io.catalogimport.sandbox.world.Buckets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The S3 service over REST: the method and the path say what is asked, errors are XML. A bucket answers in every
 * region; AWS would send the client on to the bucket's own.
 */
public final class ObjectStorage implements Service {
    private final BucketOperations operations;

    public ObjectStorage(Buckets buckets) {
        this.operations = new BucketOperations(buckets);
    }

    @Override
    public String name() {
        return "s3";
    }

    @Override
    public Dialect dialect() {
        return Dialect.REST_XML;
    }

    /** All that is neither JSON nor Query, unless it is signed for another service. */
    @Override
    public boolean recognises(Request request) {
        boolean otherProtocol = request.header("X-Amz-Target").isPresent()
                || request.queryParameter("Action").isPresent()
                || request.header("Content-Type")
                        .filter(type -> type.startsWith("application/x-www-form-urlencoded"))
                        .isPresent();
        String signature = request.header("Authorization")
                .or(() -> request.queryParameter("X-Amz-Credential"))
                .orElse("");
        return !otherProtocol && (!signature.contains("/aws4_request") || signature.contains("/s3/aws4_request"));
    }

    @Override
    public Invocation read(Request request) {
        Map<String, Object> members = new LinkedHashMap<>();
        String path = request.path().substring(1);
        int slash = path.indexOf('/');
        String bucket = slash < 0 ? path : path.substring(0, slash);
        String key = slash < 0 ? "" : path.substring(slash + 1);
        members.put("Bucket", bucket);
        if (!key.isEmpty()) {
            members.put("Key", key);
        }
        return new Invocation(request, operation(request.method(), !key.isEmpty()), new Input(members), true);
    }

    @Override
    public Response perform(Invocation invocation, Caller caller) {
        return switch (invocation.operation()) {
            case "CreateBucket" -> operations.createBucket(invocation, caller);
            case "HeadBucket" -> operations.headBucket(invocation, caller);
            case "PutObject" -> operations.putObject(invocation, caller);
            default -> operations.getObject(invocation, caller);
        };
    }

    @Override
    public Response refuse(RefusedCallException refusal, Request request) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "application/xml");
        headers.put("x-amz-request-id", request.id());
        Answer error = new Answer()
                .with("Code", refusal.code())
                .with("Message", refusal.message())
                .with("Resource", request.path())
                .with("RequestId", request.id());
        boolean hasBody = !request.method().equals("HEAD");
        return Response.text(refusal.status(), headers, hasBody ? Xml.document("Error", "", error) : "");
    }

    private static String operation(String method, boolean hasKey) {
        return switch (method) {
            case "GET", "HEAD" ->
                hasKey ? (method.equals("GET") ? "GetObject" : "HeadObject") : bucketOperation(method);
            case "PUT" -> hasKey ? "PutObject" : "CreateBucket";
            default -> throw notAllowed();
        };
    }

    private static String bucketOperation(String method) {
        if (method.equals("HEAD")) {
            return "HeadBucket";
        }
        throw notAllowed();
    }

    private static RefusedCallException notAllowed() {
        return AwsError.METHOD_NOT_ALLOWED.because("The specified method is not allowed against this resource.");
    }
}
