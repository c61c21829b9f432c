package io.catalogimport.job.lanes;

import io.catalogimport.job.step.FirstFailure;
import io.catalogimport.job.step.StopPolicy;
import io.catalogimport.ledger.LaneUnit;
import io.catalogimport.ledger.LaneUnit.OneLane;
import io.catalogimport.ledger.LaneUnit.WholeFile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.partition.PartitionHandler;
import org.springframework.batch.core.partition.StepExecutionSplitter;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.core.task.TaskExecutor;

/**
 * Works on partitions side by side, each in a thread and with a step of its own. Whenever there is room for one more, the
 * splitter is asked for it: a lane may come free at any time.
 */
final class LanePartitionHandler implements PartitionHandler {
    /** The name of a partition's lane in its execution context; absent in the one for the whole file. Stored. */
    static final String LANE = "lane";

    /** The longest time until a lane that a dead worker had is noticed. */
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);

    private final int parallel;
    private final LaneSource lanes;
    private final Function<LaneUnit, Step> steps;
    private final FirstFailure failure;
    private final StopPolicy stop;
    private final TaskExecutor threads;

    /**
     * @param parallel how many partitions are worked on at a time
     * @param steps makes the step that works on a partition
     * @param stop whether to claim no further lane, so that other workers can have them
     * @param failure ends the lanes' steps when no further lane can be claimed
     * @param threads a thread for each partition
     */
    LanePartitionHandler(
            int parallel,
            LaneSource lanes,
            Function<LaneUnit, Step> steps,
            FirstFailure failure,
            StopPolicy stop,
            TaskExecutor threads) {
        this.parallel = parallel;
        this.lanes = lanes;
        this.steps = steps;
        this.failure = failure;
        this.stop = stop;
        this.threads = threads;
    }

    @Override
    public List<StepExecution> handle(StepExecutionSplitter splitter, StepExecution manager) throws Exception {
        List<StepExecution> all = new ArrayList<>();
        Running running = new Running(threads, failure);
        while (true) {
            if (running.count < parallel && running.failure == null && !stop.isToStop()) {
                try {
                    for (StepExecution partition : splitter.split(manager, parallel - running.count)) {
                        all.add(partition);
                        running.begin(() -> work(partition));
                    }
                } catch (RuntimeException | JobExecutionException e) {
                    // The lanes that are worked on must end first: the end of the run closes what they use.
                    running.failed(e);
                }
            }
            if (running.count > 0) {
                running.awaitEnd();
            } else if (running.failure != null) {
                throw running.failure;
            } else if (!lanes.awaitMore()) {
                return all;
            }
        }
    }

    /** Works on a partition. Batch writes into the execution how it ends. */
    private StepExecution work(StepExecution partition) throws Exception {
        boolean isLane = partition.getExecutionContext().containsKey(LANE);
        steps.apply(isLane ? new OneLane(partition.getExecutionContext().getString(LANE)) : new WholeFile())
                .execute(partition);
        return partition;
    }

    /** The partitions that are being worked on. */
    private static final class Running {
        private final CompletionService<StepExecution> threads;
        private final FirstFailure ofRun;
        private int count;
        private @Nullable Exception failure;

        private Running(TaskExecutor threads, FirstFailure ofRun) {
            this.threads = new ExecutorCompletionService<>(threads);
            this.ofRun = ofRun;
        }

        private void begin(Callable<StepExecution> work) {
            threads.submit(work);
            count++;
        }

        /** Waits a little until one of them has ended. */
        private void awaitEnd() throws InterruptedException {
            @Nullable Future<StepExecution> ended = threads.poll(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS);
            if (ended == null) {
                return;
            }
            count--;
            try {
                ended.get();
            } catch (ExecutionException e) {
                // Batch could not even begin with the partition.
                failed(e.getCause() instanceof Exception cause ? cause : e);
            }
        }

        private void failed(Exception e) {
            failure = e;
            ofRun.remember(e);
        }
    }
}
