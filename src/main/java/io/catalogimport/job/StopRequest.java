package io.catalogimport.job;

import io.catalogimport.aws.Pause;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The wish that the run ends soon; every wait of the run ends with it. */
public final class StopRequest implements Pause {
    private final CountDownLatch requested = new CountDownLatch(1);

    /** Asks the run to stop; may be called from any thread, and more than once. */
    public void request() {
        requested.countDown();
    }

    public boolean isRequested() {
        return requested.getCount() == 0;
    }

    @Override
    public boolean waitFor(Duration duration) {
        try {
            return !requested.await(duration.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            request();
            return false;
        }
    }
}
