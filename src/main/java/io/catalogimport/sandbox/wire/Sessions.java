package io.catalogimport.sandbox.wire;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The temporary credentials that have been given out, by access key id. */
public final class Sessions {
    private final Map<String, Session> byAccessKeyId = new ConcurrentHashMap<>();

    /** An assumed role, good until it expires. Its region is that of each request. */
    public record Session(String account, String arn, String userId, String roleArn, Instant expiration) {}

    public void open(String accessKeyId, Session session) {
        byAccessKeyId.put(accessKeyId, session);
    }

    Optional<Session> find(String accessKeyId) {
        return Optional.ofNullable(byAccessKeyId.get(accessKeyId));
    }
}
