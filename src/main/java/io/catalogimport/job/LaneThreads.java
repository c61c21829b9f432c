package io.catalogimport.job;

import org.springframework.boot.system.JavaVersion;
import org.springframework.core.task.SimpleAsyncTaskExecutor;

/** Threads that mostly wait: virtual ones where Java has them. */
final class LaneThreads {
    private LaneThreads() {}

    /** @param prefix how their names begin */
    static SimpleAsyncTaskExecutor named(String prefix) {
        SimpleAsyncTaskExecutor threads = new SimpleAsyncTaskExecutor(prefix);
        threads.setVirtualThreads(JavaVersion.getJavaVersion().isEqualOrNewerThan(JavaVersion.TWENTY_ONE));
        return threads;
    }
}
