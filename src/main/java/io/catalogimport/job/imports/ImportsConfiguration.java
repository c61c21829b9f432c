package io.catalogimport.job.imports;

import io.catalogimport.job.lanes.LanePartitions;
import io.catalogimport.job.lanes.LanePatience;
import io.catalogimport.job.lanes.LaneSource;
import io.catalogimport.job.lanes.LaneSources;
import io.catalogimport.job.lanes.LaneWork;
import io.catalogimport.run.RunOptions;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.Step;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * The steps that follow and import, one stack at a time in each lane: with a partition for each lane, or with one for the
 * whole file.
 */
@Configuration(proxyBeanMethods = false)
@Import({
    ClosedLanes.class,
    FollowedImports.class,
    LaneTakeover.class,
    NextImports.class,
    ReleasedMeanwhile.class,
    LaneReaders.class,
    StackImportWriter.class,
    LaneSteps.class,
    ImportPreparation.class
})
public class ImportsConfiguration {
    /** The step that follows what earlier starts left in flight. Stored: renaming it breaks the restart of old runs. */
    public static final String FOLLOW = "followInFlight";

    /** The step that imports. Stored, too. */
    public static final String IMPORT = "importStacks";

    @Bean
    LaneSource lanesToFollow(LaneSources sources, LaneWork work) {
        return sources.of(work::toFollow, lanes -> false);
    }

    @Bean
    LaneSource lanesToImport(LaneSources sources, LaneWork work, LanePatience patience) {
        return sources.of(work::toImport, patience);
    }

    /** Comes before validation, because what is in flight may be what a row asks for. */
    @Bean(FOLLOW)
    Step followInFlight(LanePartitions partitions, RunOptions options, LaneSource lanesToFollow, LaneSteps steps) {
        return partitions.step(
                FOLLOW, options.lanes().parallel(), lanesToFollow, steps::following, new StepExecutionListener() {});
    }

    @Bean(IMPORT)
    Step importStacks(
            LanePartitions partitions,
            RunOptions options,
            LaneSource lanesToImport,
            LaneSteps steps,
            ImportPreparation preparation) {
        return partitions.step(IMPORT, options.lanes().parallel(), lanesToImport, steps::importing, preparation);
    }
}
