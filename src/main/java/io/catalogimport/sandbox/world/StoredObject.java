package io.catalogimport.sandbox.world;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/** One object of a bucket. */
public final class StoredObject {
    private final byte[] content;
    private final String contentType;
    private final Instant modifiedAt;

    public StoredObject(byte[] content, String contentType, Instant modifiedAt) {
        this.content = content.clone();
        this.contentType = contentType;
        this.modifiedAt = modifiedAt;
    }

    public byte[] content() {
        return content.clone();
    }

    public String text() {
        return new String(content, StandardCharsets.UTF_8);
    }

    public String contentType() {
        return contentType;
    }

    /** The MD5 of the content in quotes, as S3 has it for objects that were put in one piece. */
    public String etag() {
        try {
            byte[] digest = MessageDigest.getInstance("MD5").digest(content);
            return '"' + HexFormat.of().formatHex(digest) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has MD5", e);
        }
    }

    public Instant modifiedAt() {
        return modifiedAt;
    }
}
