package io.catalogimport.job.lanes;

import io.catalogimport.job.step.FirstFailure;
import io.catalogimport.job.step.StopPolicy;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.core.task.TaskExecutor;

/** The partitions of a step that are being worked on, each in a thread. For use by one thread. */
final class RunningPartitions {
    /** The longest time until a lane that a dead worker had is noticed. */
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);

    private final int most;
    private final CompletionService<StepExecution> threads;
    private final FirstFailure ofRun;
    private final StopPolicy stop;
    private int count;
    private @Nullable Exception failure;

    /**
     * None yet.
     *
     * @param most how many are worked on at a time
     * @param threads a thread for each
     * @param ofRun ends the lanes' steps when no further lane can be claimed
     * @param stop whether to begin no further one, so that other workers can have the lanes
     */
    RunningPartitions(int most, TaskExecutor threads, FirstFailure ofRun, StopPolicy stop) {
        this.most = most;
        this.threads = new ExecutorCompletionService<>(threads);
        this.ofRun = ofRun;
        this.stop = stop;
    }

    /** How many more may begin now. */
    int room() {
        return failure != null || stop.isToStop() ? 0 : most - count;
    }

    void begin(Callable<StepExecution> work) {
        threads.submit(work);
        count++;
    }

    /** The lanes that are worked on must end first: the end of the run closes what they use. */
    void failed(Exception e) {
        failure = e;
        ofRun.remember(e);
    }

    /**
     * Waits a little until one of them has ended.
     *
     * @return false if there is none
     * @throws Exception what failed, once none is left
     */
    boolean awaitEnd() throws Exception {
        if (count == 0) {
            if (failure != null) {
                throw failure;
            }
            return false;
        }
        @Nullable Future<StepExecution> ended = threads.poll(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS);
        if (ended != null) {
            count--;
            rememberFailure(ended);
        }
        return true;
    }

    private void rememberFailure(Future<StepExecution> ended) throws InterruptedException {
        try {
            ended.get();
        } catch (ExecutionException e) {
            // Batch could not even begin with the partition.
            failed(e.getCause() instanceof Exception cause ? cause : e);
        }
    }
}
