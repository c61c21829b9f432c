package io.catalogimport.job;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/** One partition a lane; or one for the whole file, where there is to be one import at a time. */
final class LanePartitioner implements Partitioner {
    /** The partition's lane in its execution context; absent in the one for the whole file. Stored. */
    static final String LANE = "lane";

    /** The name of that one. Stored. */
    static final String WHOLE_FILE = "file";

    private final LaneOptions options;
    private final Supplier<List<String>> lanes;

    LanePartitioner(LaneOptions options, Supplier<List<String>> lanes) {
        this.options = options;
        this.lanes = lanes;
    }

    @Override
    public Map<String, ExecutionContext> partition(int gridSize) {
        if (!options.areSideBySide()) {
            return Map.of(WHOLE_FILE, new ExecutionContext());
        }
        Map<String, ExecutionContext> partitions = new LinkedHashMap<>();
        lanes.get().forEach(lane -> partitions.put(lane, new ExecutionContext(Map.of(LANE, lane))));
        return partitions;
    }
}
