package io.catalogimport.ledger;

/**
 * What one thread works on: one lane, or the whole file. In it there is one import at a time.
 *
 * <p>How the file is cut into lanes depends on {@link LaneScope}. An account and region, which is the smallest lane, is
 * {@link io.catalogimport.aws.Lane}.
 */
public sealed interface LaneUnit {

    /** The name in logs and in Spring Batch's tables. Stored. */
    String name();

    /** All lanes of the file together. */
    record WholeFile() implements LaneUnit {
        @Override
        public String name() {
            return "file";
        }
    }

    /**
     * One lane.
     *
     * @param name as the lane scope has it: an account and region such as {@code 111122223333/eu-central-1}, an account, or
     *     {@code all}. Validation does not follow the lane scope: its lanes are always accounts and regions.
     */
    record OneLane(String name) implements LaneUnit {
        @Override
        public String toString() {
            return name;
        }
    }
}
