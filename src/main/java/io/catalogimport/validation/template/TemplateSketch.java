package io.catalogimport.validation.template;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A sample of a template's paths and values, by which the similarity of two templates is estimated: MinHash, with the
 * smallest hashes as the sample. For templates of up to {@value #SIZE} paths and values it is exact.
 */
public final class TemplateSketch {
    /** The sketch of a template that cannot be read. */
    public static final TemplateSketch EMPTY = new TemplateSketch(new int[0]);

    private static final int SIZE = 256;

    /** Each is the smallest hash of its part of all paths and values; two templates share it as often as they are similar. */
    private static final int BINS = 32;

    private final int[] smallest;

    private TemplateSketch(int[] smallest) {
        this.smallest = smallest;
    }

    static TemplateSketch of(TemplateNode template) {
        return new TemplateSketch(
                TemplatePaths.hashes(template).sorted().distinct().limit(SIZE).toArray());
    }

    /** A sketch from what {@link #toString()} gave. */
    public static TemplateSketch parse(String text) {
        byte[] bytes = HexFormat.of().parseHex(text);
        int[] hashes = new int[bytes.length / Integer.BYTES];
        ByteBuffer.wrap(bytes).asIntBuffer().get(hashes);
        return new TemplateSketch(hashes);
    }

    /** The sketch in a form to be stored. */
    @Override
    public String toString() {
        ByteBuffer bytes = ByteBuffer.allocate(smallest.length * Integer.BYTES);
        bytes.asIntBuffer().put(smallest);
        return HexFormat.of().formatHex(bytes.array());
    }

    /** How much of both templates is in both, from 0 to 1. */
    public double similarity(TemplateSketch other) {
        int[] one = smallest;
        int[] two = other.smallest;
        int most = one.length < SIZE && two.length < SIZE ? Integer.MAX_VALUE : SIZE;
        int common = 0;
        int all = 0;
        for (int i = 0, j = 0; all < most && (i < one.length || j < two.length); all++) {
            if (j == two.length || (i < one.length && one[i] < two[j])) {
                i++;
            } else if (i == one.length || two[j] < one[i]) {
                j++;
            } else {
                common++;
                i++;
                j++;
            }
        }
        return all == 0 ? 0 : (double) common / all;
    }

    /**
     * Numbers of which similar templates have some in common, at the same places, and others nearly never. Each is of two
     * bins: what nearly all templates have, the format's version for instance, would else make all of them similar.
     */
    public int[] bands() {
        int[] bins = bins();
        int[] bands = new int[smallest.length == 0 ? 0 : BINS];
        for (int i = 0; i < bands.length; i++) {
            bands[i] = (bins[i] * 31 + bins[(i + 1) % BINS]) * 31 + i;
        }
        return bands;
    }

    private int[] bins() {
        int[] bins = new int[BINS];
        boolean[] isFilled = new boolean[BINS];
        for (int hash : smallest) {
            int bin = hash & (BINS - 1);
            if (!isFilled[bin]) {
                bins[bin] = hash;
                isFilled[bin] = true;
            }
        }
        int next = 0;
        // Twice around, so that an empty bin at the end takes the value of a filled one at the beginning.
        for (int i = 2 * BINS - 1; i >= 0; i--) {
            int bin = i % BINS;
            if (isFilled[bin]) {
                next = bins[bin];
            } else {
                bins[bin] = next;
            }
        }
        return bins;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TemplateSketch sketch && Arrays.equals(smallest, sketch.smallest);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(smallest);
    }
}
