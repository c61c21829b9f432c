package io.catalogimport.job.lanes;

import org.springframework.boot.system.JavaVersion;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/**
 * Threads that mostly wait: virtual ones from Java 24 on. Before, a virtual thread that waits in a synchronized block keeps one
 * of the few real threads, and with two processors that can be all of them.
 */
public final class LaneThreads {
    private LaneThreads() {}

    /**
     * A new thread for each task.
     *
     * @param prefix how their names begin
     */
    static AsyncTaskExecutor oneForEach(String prefix) {
        SimpleAsyncTaskExecutor threads = new SimpleAsyncTaskExecutor(prefix);
        threads.setVirtualThreads(areVirtual());
        return threads;
    }

    /**
     * Threads for many short tasks. They end by themselves when there are no more tasks.
     *
     * @param prefix how their names begin
     * @param most how many there are at a time
     */
    public static AsyncTaskExecutor atMost(int most, String prefix) {
        if (areVirtual()) {
            SimpleAsyncTaskExecutor threads = new SimpleAsyncTaskExecutor(prefix);
            threads.setVirtualThreads(true);
            threads.setConcurrencyLimit(most);
            return threads;
        }
        // To start a real thread for each row took a tenth of the time of validation.
        ThreadPoolTaskExecutor threads = new ThreadPoolTaskExecutor();
        threads.setThreadNamePrefix(prefix);
        threads.setCorePoolSize(most);
        threads.setKeepAliveSeconds(1);
        threads.setAllowCoreThreadTimeOut(true);
        threads.initialize();
        return threads;
    }

    private static boolean areVirtual() {
        return JavaVersion.getJavaVersion().isEqualOrNewerThan(JavaVersion.TWENTY_FOUR);
    }
}
