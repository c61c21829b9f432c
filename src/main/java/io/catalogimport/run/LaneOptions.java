package io.catalogimport.run;

import io.catalogimport.ledger.LaneScope;

/**
 * How lanes are worked on.
 *
 * @param parallel how many at a time; where the run is not shared, 1 means one import at a time over the whole file, in
 *     its order
 * @param scope what a lane is
 * @param shared whether other processes work on the run, too
 */
public record LaneOptions(int parallel, LaneScope scope, boolean shared) {
    /** One import at a time over the whole file. */
    public static final LaneOptions ONE_AT_A_TIME = new LaneOptions(1, LaneScope.ACCOUNT_REGION, false);

    /** Whether lanes run side by side, so that an unresolved row stops only its own lane. */
    public boolean areSideBySide() {
        return parallel > 1 || shared;
    }
}
