package io.catalogimport.sandbox.fault;

/**
 * How often a fault hits the calls in its scope.
 *
 * @param probability from 0, never, to 1, always
 * @param after how many calls of each access key pass before the first hit
 * @param times how many calls it hits at most
 */
public record Limits(double probability, long after, long times) {
    public static final Limits NONE = new Limits(1, 0, Long.MAX_VALUE);

    public Limits {
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("A probability is from 0 to 1, not " + probability);
        }
    }
}
