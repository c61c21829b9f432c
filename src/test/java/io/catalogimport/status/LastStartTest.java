package io.catalogimport.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.catalogimport.ledger.LaneScope;
import io.catalogimport.ledger.RunExecutions.Execution;
import io.catalogimport.report.RunOutcome;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which of a run's executions says how it stands. */
class LastStartTest {
    private static final String OTHERS_AT_WORK = "OTHERS_AT_WORK";

    @Test
    void isTheOneThatEndedLast() {
        assertThat(of(ended("LIMIT_REACHED"), ended("INCOMPLETE")).outcome()).isEqualTo(RunOutcome.INCOMPLETE);
    }

    @Test
    void wasStoppedIfItHasNoReport() {
        assertThat(of(execution(null, "STOPPED", "STOPPED", null)).outcome()).isEqualTo(RunOutcome.STOPPED);
        assertThat(of(execution(null, "FAILED", "FAILED", null)).outcome()).isEqualTo(RunOutcome.FAILED);
    }

    @Test
    void isDeadIfItHasNoEnd() {
        LastStart last = of(ended("LIMIT_REACHED"), open(null, 1));

        assertThat(last.isDead()).isTrue();
        assertThat(last.outcome()).isNull();
    }

    @Test
    void isDeadAlsoIfAnotherStartHasWrittenItsEnd() {
        assertThat(of(ended("LIMIT_REACHED"), execution(null, "FAILED", "RECOVERED", null))
                        .isDead())
                .isTrue();
    }

    @Test
    void isOfTheWorkerThatLeftLast() {
        assertThat(of(shared("w1", "INCOMPLETE"), shared("w2", OTHERS_AT_WORK)).outcome())
                .isEqualTo(RunOutcome.INCOMPLETE);
        assertThat(of(shared("w1", "INCOMPLETE"), execution("w2", "FAILED", "RECOVERED", null))
                        .outcome())
                .isEqualTo(RunOutcome.INCOMPLETE);
    }

    @Test
    void countsTheLanesOfAllWorkersThatAreThere() {
        LastStart last = LastStart.of(List.of(open("w1", 4), open("w2", 8), open("w3", 16)), Set.of("w1", "w2"));

        assertThat(last.lanes()).isEqualTo(12);
        assertThat(last.wholeFile()).isFalse();
    }

    @Test
    void importsOneAtATimeOverTheWholeFileWithoutLanes() {
        assertThat(of(open(null, 1)).wholeFile()).isTrue();
        assertThat(of(open(null, 2)).wholeFile()).isFalse();
    }

    @Test
    void mayBeMissing() {
        LastStart none = of();

        assertThat(none.command()).isNull();
        assertThat(none.isDead()).isFalse();
    }

    private static LastStart of(Execution... executions) {
        return LastStart.of(List.of(executions), Set.of());
    }

    private static Execution ended(String outcome) {
        return execution(null, "STOPPED", "STOPPED", outcome);
    }

    private static Execution shared(String worker, String outcome) {
        return execution(worker, "COMPLETED", "COMPLETED", outcome);
    }

    private static Execution open(@Nullable String worker, int lanes) {
        return new Execution("digest", "import", worker, lanes, LaneScope.ACCOUNT_REGION, "STARTED", "UNKNOWN", null);
    }

    private static Execution execution(
            @Nullable String worker, String status, String exitCode, @Nullable String outcome) {
        return new Execution("digest", "import", worker, 1, LaneScope.ACCOUNT_REGION, status, exitCode, outcome);
    }
}
