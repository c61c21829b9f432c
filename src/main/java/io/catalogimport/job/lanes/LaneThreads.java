package io.catalogimport.job.lanes;

import org.springframework.boot.system.JavaVersion;
import org.springframework.core.task.SimpleAsyncTaskExecutor;

/**
 * Threads that mostly wait: virtual ones from Java 24 on. Before, a virtual thread that waits in a synchronized block keeps one
 * of the few real threads, and with two processors that can be all of them.
 */
public final class LaneThreads {
    private LaneThreads() {}

    /**
     * Threads that are made when they are needed.
     *
     * @param prefix how their names begin
     */
    public static SimpleAsyncTaskExecutor named(String prefix) {
        SimpleAsyncTaskExecutor threads = new SimpleAsyncTaskExecutor(prefix);
        threads.setVirtualThreads(JavaVersion.getJavaVersion().isEqualOrNewerThan(JavaVersion.TWENTY_FOUR));
        return threads;
    }
}
