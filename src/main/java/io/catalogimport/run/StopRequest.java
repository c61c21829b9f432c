package io.catalogimport.run;

import io.catalogimport.aws.Pause;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The wish that the run ends soon; every wait of the run ends with it. Each wait has a latch of its own: hundreds of lanes
 * that waited on one would look for themselves among all the others each time.
 */
public final class StopRequest implements Pause {
    private final Set<CountDownLatch> waits = ConcurrentHashMap.newKeySet();
    private volatile boolean requested;

    /** Asks the run to stop; may be called from any thread, and more than once. */
    public void request() {
        requested = true;
        waits.forEach(CountDownLatch::countDown);
    }

    public boolean isRequested() {
        return requested;
    }

    @Override
    public boolean waitFor(Duration duration) {
        CountDownLatch wait = new CountDownLatch(1);
        waits.add(wait);
        try {
            // A request that came before the latch was among the others has not counted it down.
            return !requested && !wait.await(duration.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            request();
            return false;
        } finally {
            waits.remove(wait);
        }
    }
}
