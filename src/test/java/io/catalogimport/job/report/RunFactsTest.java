package io.catalogimport.job.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.catalogimport.job.report.RunFacts.AwsRefusal;
import io.catalogimport.job.report.RunFacts.Interruption;
import io.catalogimport.ledger.MappingState;
import io.catalogimport.ledger.StateCounts;
import io.catalogimport.report.RunOutcome;
import io.catalogimport.run.Halt;
import io.catalogimport.run.RunCommand;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** How a run stands, from the facts alone. */
class RunFactsTest {
    private RunCommand command = RunCommand.IMPORT;
    private Interruption interruption = Interruption.NONE;
    private boolean othersAtWork;
    private boolean beganTooLate;
    private Halt halt = Halt.NONE;
    private boolean lanesAreHeld;
    private AwsRefusal refusal = AwsRefusal.NONE;

    @Test
    void anErrorIsMoreThanEverythingElse() {
        interruption = Interruption.FAILURE;

        assertThat(outcome(Map.of(MappingState.IMPORTED, 3L))).isEqualTo(RunOutcome.FAILED);
    }

    @Test
    void aRunWithEveryRowDoneIsCompleteAlthoughItWasAskedToStop() {
        interruption = Interruption.STOP_REQUEST;

        assertThat(outcome(Map.of(MappingState.IMPORTED, 2L, MappingState.ALREADY_IMPORTED, 1L)))
                .isEqualTo(RunOutcome.COMPLETE);
    }

    @Test
    void aStopIsSaidBeforeWhatItLeft() {
        interruption = Interruption.STOP_REQUEST;

        assertThat(outcome(Map.of(MappingState.REJECTED, 1L, MappingState.READY, 1L)))
                .isEqualTo(RunOutcome.STOPPED);
    }

    @Test
    void aWorkerSaysThatOthersAreAtWork() {
        othersAtWork = true;

        assertThat(outcome(Map.of(MappingState.IN_PROGRESS, 1L))).isEqualTo(RunOutcome.OTHERS_AT_WORK);
    }

    @Test
    void aFileOfWhichNothingIsStagedIsNotComplete() {
        assertThat(outcome(Map.of())).isEqualTo(RunOutcome.NOTHING_SELECTED);
    }

    @ParameterizedTest
    @EnumSource(names = {"SUBMITTING", "IN_PROGRESS", "UNRESOLVED"})
    void anImportWithoutItsEndBlocksItsLane(MappingState inFlight) {
        assertThat(outcome(Map.of(inFlight, 1L, MappingState.FAILED, 1L))).isEqualTo(RunOutcome.LANE_BLOCKED);
    }

    @Test
    void aLaneOfAnotherProcessIsBlocked() {
        lanesAreHeld = true;

        assertThat(outcome(Map.of(MappingState.READY, 1L))).isEqualTo(RunOutcome.LANE_BLOCKED);
    }

    @Test
    void tooManyFailuresAreSaidBeforeABlockedLane() {
        halt = Halt.FAILURE_BUDGET_EXCEEDED;

        assertThat(outcome(Map.of(MappingState.FAILED, 4L, MappingState.UNRESOLVED, 1L)))
                .isEqualTo(RunOutcome.FAILURE_BUDGET_EXCEEDED);
    }

    @Test
    void aStartAfterTheEndOfItsTimeDoesNotShowOldRejections() {
        beganTooLate = true;

        assertThat(outcome(Map.of(MappingState.REJECTED, 1L, MappingState.READY, 1L)))
                .isEqualTo(RunOutcome.TIME_LIMIT_REACHED);
    }

    @ParameterizedTest
    @CsvSource({
        "NONE,             REJECTED, INCOMPLETE",
        "ALL_DENIED,       REJECTED, ACCESS_REFUSED",
        "ALL_UNREACHABLE,  REJECTED, AWS_UNREACHABLE",
        "SOME_UNREACHABLE, REJECTED, REGION_UNREACHABLE",
        "ALL_UNREACHABLE,  READY,    AWS_UNREACHABLE",
        "SOME_UNREACHABLE, READY,    REGION_UNREACHABLE",
        "ALL_DENIED,       READY,    LANE_BLOCKED",
        "NONE,             READY,    LANE_BLOCKED"
    })
    void whatAwsRefusedIsTheOutcome(AwsRefusal refusal, MappingState state, RunOutcome expected) {
        this.refusal = refusal;

        assertThat(outcome(Map.of(state, 2L))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "HELD_BACK,     READY,  INCOMPLETE",
        "LIMIT_REACHED, READY,  LIMIT_REACHED",
        "LIMIT_REACHED, FAILED, INCOMPLETE",
        "TIME_IS_UP,    READY,  TIME_LIMIT_REACHED",
        "TIME_IS_UP,    FAILED, TIME_LIMIT_REACHED"
    })
    void whatKeptRowsFromBeingTriedIsTheOutcome(Halt halt, MappingState beside, RunOutcome expected) {
        this.halt = halt;

        assertThat(outcome(Map.of(MappingState.STAGED, 1L, beside, 1L))).isEqualTo(expected);
    }

    @Test
    void aSelectionThatIsImportedIsDoneAlthoughOtherRowsAreLeft() {
        assertThat(outcome(
                        Map.of(MappingState.IMPORTED, 1L, MappingState.READY, 1L), Map.of(MappingState.IMPORTED, 1L)))
                .isEqualTo(RunOutcome.SELECTION_DONE);
    }

    @Test
    void aSelectionOfNothingSaysSo() {
        assertThat(outcome(Map.of(MappingState.READY, 1L), Map.of())).isEqualTo(RunOutcome.NOTHING_SELECTED);
    }

    @ParameterizedTest
    @CsvSource({
        "READY,       NONE,            PLANNED",
        "IMPORTED,    NONE,            PLANNED",
        "REJECTED,    NONE,            PLANNED_WITH_REJECTIONS",
        "IN_PROGRESS, NONE,            PLANNED_WITH_REJECTIONS",
        "REJECTED,    ALL_UNREACHABLE, AWS_UNREACHABLE",
        "REJECTED,    ALL_DENIED,      ACCESS_REFUSED"
    })
    void aPlanSaysWhetherSomeRowsAreBlocked(MappingState state, AwsRefusal refusal, RunOutcome expected) {
        command = RunCommand.PLAN;
        this.refusal = refusal;

        assertThat(outcome(Map.of(state, 1L))).isEqualTo(expected);
    }

    private RunOutcome outcome(Map<MappingState, Long> all) {
        return outcome(all, all);
    }

    private RunOutcome outcome(Map<MappingState, Long> all, Map<MappingState, Long> selected) {
        return new RunFacts(
                        command,
                        interruption,
                        othersAtWork,
                        beganTooLate,
                        halt,
                        lanesAreHeld,
                        refusal,
                        new StateCounts(all),
                        new StateCounts(selected))
                .outcome();
    }
}
