package io.catalogimport.job;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.partition.support.AbstractPartitionHandler;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/** Works on lanes side by side, each in a thread and with a step of its own. */
final class LanePartitionHandler extends AbstractPartitionHandler {

    /** Makes the step that works on a lane; null stands for the whole file. */
    @FunctionalInterface
    interface LaneStep {
        Step of(@Nullable String lane);
    }

    private final LaneOptions options;
    private final LaneStep laneStep;

    LanePartitionHandler(LaneOptions options, LaneStep laneStep) {
        this.options = options;
        this.laneStep = laneStep;
    }

    @Override
    protected Set<StepExecution> doHandle(StepExecution manager, Set<StepExecution> lanes) throws Exception {
        if (lanes.isEmpty()) {
            return lanes;
        }
        ExecutorService threads = Executors.newFixedThreadPool(
                Math.min(options.parallel(), lanes.size()), new CustomizableThreadFactory("lane-"));
        try {
            List<Callable<StepExecution>> work = lanes.stream()
                    .sorted(Comparator.comparing(StepExecution::getId))
                    .map(lane -> (Callable<StepExecution>) () -> work(lane))
                    .toList();
            for (Future<StepExecution> done : threads.invokeAll(work)) {
                done.get();
            }
            return lanes;
        } catch (ExecutionException e) {
            // Batch could not even begin with the lane.
            throw e.getCause() instanceof Exception cause ? cause : e;
        } finally {
            threads.shutdown();
        }
    }

    /** How it ends, Batch writes into the execution. */
    private StepExecution work(StepExecution lane) throws Exception {
        laneStep.of(
                        lane.getExecutionContext().containsKey(LanePartitioner.LANE)
                                ? lane.getExecutionContext().getString(LanePartitioner.LANE)
                                : null)
                .execute(lane);
        return lane;
    }
}
