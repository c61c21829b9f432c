package io.catalogimport.sandbox.fault;

import io.catalogimport.sandbox.world.StableDigest;
import java.nio.ByteBuffer;

/** Numbers that look random, but depend only on the seed number and on the occasion. */
record Dice(long seed) {
    private static final int BITS = 53;

    /** A number from 0 to below 1, always the same for the same occasion. */
    double roll(String occasion) {
        long bits = ByteBuffer.wrap(StableDigest.of(seed + "/" + occasion)).getLong();
        return (bits >>> (Long.SIZE - BITS)) / (double) (1L << BITS);
    }
}
