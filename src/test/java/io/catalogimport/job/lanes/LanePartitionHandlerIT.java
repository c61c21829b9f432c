package io.catalogimport.job.lanes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.catalogimport.aws.FakeTime;
import io.catalogimport.database.LockHolder;
import io.catalogimport.database.PostgresDatabase;
import io.catalogimport.job.step.FirstFailure;
import io.catalogimport.job.step.StopPolicy;
import io.catalogimport.ledger.LaneUnit;
import io.catalogimport.ledger.ProcessLocks;
import io.catalogimport.run.StopRequest;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.partition.StepExecutionSplitter;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.dao.DataAccessResourceFailureException;

/** What becomes of the lanes that are worked on when no further one can be claimed. */
class LanePartitionHandlerIT {
    @RegisterExtension
    static final PostgresDatabase DATABASE = new PostgresDatabase();

    private final ProcessLocks locks =
            new ProcessLocks(DATABASE.dataSource(), new LockHolder("host", 4711, "mappings.csv", FakeTime.START));
    private final FirstFailure failure = new FirstFailure(locks);
    private final CountDownLatch failed = new CountDownLatch(1);
    private final List<String> ended = new CopyOnWriteArrayList<>();
    private final JobExecution job = new JobExecution(1, new JobInstance(1, "job"), new JobParameters());

    @AfterEach
    void close() {
        locks.close();
    }

    @Test
    void endBeforeTheRunDoes() {
        DataAccessResourceFailureException outage = new DataAccessResourceFailureException("The database is away");
        Queue<Set<StepExecution>> claims = new ArrayDeque<>(List.of(Set.of(lane("short"), lane("long"))));
        StepExecutionSplitter splitter = new Splitter() {
            @Override
            public Set<StepExecution> split(StepExecution manager, int atMost) {
                if (claims.isEmpty()) {
                    failed.countDown();
                    throw outage;
                }
                return claims.remove();
            }
        };
        LanePartitionHandler handler = new LanePartitionHandler(
                new NoMoreLanes(),
                partition -> step(),
                () -> new RunningPartitions(
                        3, LaneThreads.oneForEach("lane-"), failure, new StopPolicy(new StopRequest(), failure)));

        assertThatThrownBy(() -> handler.handle(splitter, lane("manager"))).isSameAs(outage);

        assertThat(ended).containsExactlyInAnyOrder("short", "long");
        assertThat(failure.get()).containsSame(outage);
    }

    private StepExecution lane(String name) {
        return new StepExecution(1, name, job);
    }

    private Step step() {
        return new Step() {
            @Override
            public String getName() {
                return "step";
            }

            @Override
            public void execute(StepExecution execution) {
                if (execution.getStepName().equals("long")) {
                    await(failed);
                }
                ended.add(execution.getStepName());
            }
        };
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Splits off what the test says. */
    private abstract static class Splitter implements StepExecutionSplitter {
        @Override
        public String getStepName() {
            return "manager";
        }
    }

    /** None comes free. */
    private static final class NoMoreLanes implements LaneSource {
        @Override
        public List<LaneUnit> claim(int atMost) {
            return List.of();
        }

        @Override
        public boolean awaitMore() {
            return false;
        }
    }
}
