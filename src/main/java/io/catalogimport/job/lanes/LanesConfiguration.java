package io.catalogimport.job.lanes;

import io.catalogimport.ledger.LaneQueue;
import io.catalogimport.ledger.ProcessLocks;
import io.catalogimport.ledger.Run;
import io.catalogimport.run.LockQueue;
import io.catalogimport.run.RunOptions;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Scope;

/** The lanes of a run as partitions of its steps. */
@Configuration(proxyBeanMethods = false)
@Import({LanePartitions.class, LaneWork.class, LaneSources.class})
public class LanesConfiguration {
    /** Of the lanes in which imports are submitted or followed. */
    @Bean
    LaneLocks importLocks(ProcessLocks locks, LaneQueue queue, Run run) {
        return new LaneLocks(locks, lane -> queue.locks(run, lane));
    }

    /** Each step that works on the whole file claims it again. */
    @Bean
    @Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
    WholeFileSource wholeFile(LaneQueue lanes, Run run, ProcessLocks locks, LockQueue queue) {
        return new WholeFileSource(lanes, run, locks, queue);
    }

    @Bean
    LanePatience lanePatience(LockQueue queue, ProcessLocks locks, RunOptions options) {
        return new LanePatience(queue, locks, options.lanes().shared());
    }
}
