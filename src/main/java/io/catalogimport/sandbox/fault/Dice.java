package io.catalogimport.sandbox.fault;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Numbers that look random, but depend on the seed number and on what they are thrown for alone. */
record Dice(long seed) {
    private static final int BITS = 53;

    /** A number from 0 to below 1, always the same for the same occasion. */
    double roll(String occasion) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest((seed + "/" + occasion).getBytes(StandardCharsets.UTF_8));
            return (ByteBuffer.wrap(digest).getLong() >>> (Long.SIZE - BITS)) / (double) (1L << BITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
