package io.catalogimport.job.lanes;

import io.catalogimport.ledger.LaneUnit;
import java.util.List;

/** Where a step finds the lanes that it may work on. For use by one thread. */
public interface LaneSource {

    /** Claims lanes in which there is something to do, at most so many. */
    List<LaneUnit> claim(int atMost);

    /** Whether others may come free later; waits a little before it says so. */
    boolean awaitMore();
}
