package io.catalogimport.launch;

import io.catalogimport.ledger.Obstacle;
import java.util.List;

/**
 * How a handover ended.
 *
 * @param toHandOver how many rows would be handed over; only a plan counts them
 * @param handedOver how many have got the new owner
 * @param ownedAlready how many had it before
 * @param notHandedOver how many were tried and are as they were; with {@code denied} and {@code unreachable}
 * @param denied of these, how many AWS refused for want of a permission, a role or a region
 * @param unreachable of these, how many could not be asked about
 * @param inProgress how many AWS may be working on
 * @param left how many were not tried
 * @param inFlight imports and releases of the run without an end, because of which nothing was done
 * @param stopped whether the handover was asked to stop
 */
public record HandoverResult(
        long toHandOver,
        long handedOver,
        long ownedAlready,
        long notHandedOver,
        long denied,
        long unreachable,
        long inProgress,
        long left,
        List<Obstacle> inFlight,
        boolean stopped) {

    /** Nothing was tried. */
    public static final HandoverResult NOTHING = new HandoverResult(0, 0, 0, 0, 0, 0, 0, 0, List.of(), false);

    public HandoverResult {
        inFlight = List.copyOf(inFlight);
    }

    /** Whether AWS refused every row that was tried. */
    public boolean isAllDenied() {
        return denied > 0 && denied == notHandedOver && hasNoOther();
    }

    /** Whether no row could be asked about. */
    public boolean isAllUnreachable() {
        return unreachable > 0 && unreachable == notHandedOver && hasNoOther();
    }

    private boolean hasNoOther() {
        return toHandOver + handedOver + ownedAlready + inProgress == 0;
    }
}
