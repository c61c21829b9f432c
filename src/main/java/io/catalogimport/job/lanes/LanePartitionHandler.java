package io.catalogimport.job.lanes;

import io.catalogimport.ledger.LaneUnit;
import io.catalogimport.ledger.LaneUnit.OneLane;
import io.catalogimport.ledger.LaneUnit.WholeFile;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.partition.PartitionHandler;
import org.springframework.batch.core.partition.StepExecutionSplitter;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;

/**
 * Works on partitions side by side, each with a step of its own. Whenever there is room for one more, the splitter is asked
 * for it: a lane may come free at any time.
 */
final class LanePartitionHandler implements PartitionHandler {
    /** The name of a partition's lane in its execution context; absent in the one for the whole file. Stored. */
    static final String LANE = "lane";

    private final LaneSource lanes;
    private final Function<LaneUnit, Step> steps;
    private final Supplier<RunningPartitions> threads;

    /**
     * @param steps makes the step that works on a partition
     * @param threads where the partitions run; none does at first
     */
    LanePartitionHandler(LaneSource lanes, Function<LaneUnit, Step> steps, Supplier<RunningPartitions> threads) {
        this.lanes = lanes;
        this.steps = steps;
        this.threads = threads;
    }

    @Override
    public List<StepExecution> handle(StepExecutionSplitter splitter, StepExecution manager) throws Exception {
        List<StepExecution> all = new ArrayList<>();
        RunningPartitions running = threads.get();
        do {
            int room = running.room();
            if (room > 0) {
                try {
                    for (StepExecution partition : splitter.split(manager, room)) {
                        all.add(partition);
                        running.begin(() -> work(partition));
                    }
                } catch (RuntimeException | JobExecutionException e) {
                    running.failed(e);
                }
            }
        } while (running.awaitEnd() || lanes.awaitMore());
        return all;
    }

    /** Works on a partition. Batch writes into the execution how it ends. */
    private StepExecution work(StepExecution partition) throws Exception {
        boolean isLane = partition.getExecutionContext().containsKey(LANE);
        steps.apply(isLane ? new OneLane(partition.getExecutionContext().getString(LANE)) : new WholeFile())
                .execute(partition);
        return partition;
    }
}
