package io.catalogimport.job;

import io.catalogimport.ledger.LaneScope;

/**
 * How lanes are worked on.
 *
 * @param parallel how many at a time; 1 means one import at a time over the whole file, in its order
 * @param scope what a lane is
 */
public record LaneOptions(int parallel, LaneScope scope) {
    /** All lanes at once. */
    public static final int AUTO = Integer.MAX_VALUE;

    /** One import at a time over the whole file. */
    public static final LaneOptions ONE_AT_A_TIME = new LaneOptions(1, LaneScope.ACCOUNT_REGION);

    /** Whether lanes run side by side, so that an unresolved row stops only its own lane. */
    public boolean areSideBySide() {
        return parallel > 1;
    }
}
