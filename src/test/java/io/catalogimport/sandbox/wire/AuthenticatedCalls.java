package io.catalogimport.sandbox.wire;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Calls as a fault plan meets them, without a server. */
public final class AuthenticatedCalls {
    private AuthenticatedCalls() {}

    public static AuthenticatedCall of(String region, String operation, Instant at) {
        return signed("AKIDEXAMPLE", region, operation, at);
    }

    public static AuthenticatedCall signed(String accessKeyId, String region, String operation, Instant at) {
        Map<String, String> headers = Map.of(
                "Authorization",
                "AWS4-HMAC-SHA256 Credential=" + accessKeyId + "/20260301/" + region
                        + "/servicecatalog/aws4_request, SignedHeaders=host, Signature=0123");
        Request request = new Request("id", at, new Request.Target("POST", "/", Map.of()), headers, new byte[0]);
        Caller caller = new Caller("111122223333", region, "arn:user", "AIDA", "arn:user");
        return new AuthenticatedCall(
                new JsonService("servicecatalog", "Target", new Operations(List.of())),
                new Invocation(request, operation, Input.EMPTY, true),
                caller);
    }
}
