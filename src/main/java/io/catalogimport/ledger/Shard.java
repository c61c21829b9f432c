package io.catalogimport.ledger;

/**
 * One of several processes that share the lanes of a run, so that no lane is worked on by two.
 *
 * @param index from 0 on
 * @param count how many processes there are
 */
public record Shard(int index, int count) {
    /** A process that has all lanes. */
    public static final Shard WHOLE = new Shard(0, 1);

    public Shard {
        if (count < 1 || index < 0 || index >= count) {
            throw new IllegalArgumentException("A shard is one of 0/N to N-1/N, not %d/%d".formatted(index, count));
        }
    }

    /** Whether other processes have lanes of the same run. */
    public boolean isShared() {
        return count > 1;
    }

    @Override
    public String toString() {
        return index + "/" + count;
    }
}
