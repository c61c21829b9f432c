package io.catalogimport.launch;

import io.catalogimport.ledger.Obstacle;
import java.util.List;

/**
 * How an undo ended.
 *
 * @param releasable how many rows would be released; only a plan counts them
 * @param released how many were released
 * @param notReleased how many were tried and are as they were; with {@code denied}, {@code unreachable} and
 *     {@code waiting}
 * @param denied of these, how many AWS refused for want of a permission, a role or a region
 * @param unreachable of these, how many could not be asked about
 * @param waiting of these, how many wait because AWS has another operation in progress
 * @param releasing how many AWS may be working on
 * @param left how many were not tried
 * @param obstacles imports and releases in flight that keep lanes from being worked on
 * @param stackChanged whether a stack was not as before after its release, so that everything was stopped
 * @param stopped whether the undo was asked to stop
 */
public record UndoResult(
        long releasable,
        long released,
        long notReleased,
        long denied,
        long unreachable,
        long waiting,
        long releasing,
        long left,
        List<Obstacle> obstacles,
        boolean stackChanged,
        boolean stopped) {
    public UndoResult {
        obstacles = List.copyOf(obstacles);
    }

    /** Whether AWS refused every row that was tried. */
    public boolean isAllDenied() {
        return denied > 0 && denied == notReleased && released == 0;
    }

    /** Whether no row could be asked about. */
    public boolean isAllUnreachable() {
        return unreachable > 0 && unreachable == notReleased && released == 0;
    }
}
