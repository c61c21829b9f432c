package io.catalogimport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.catalogimport.aws.Lane;
import io.catalogimport.cli.TimeLeft.UnderWay;
import io.catalogimport.ledger.LaneScope;
import io.catalogimport.ledger.StateCounts;
import io.catalogimport.run.ImportWork;
import io.catalogimport.run.LaneOptions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TimeLeftTest {
    private static final Lane EUROPE = new Lane("aws", "111122223333", "eu-central-1");
    private static final Lane AMERICA = new Lane("aws", "111122223333", "us-east-1");
    private static final Duration MEDIAN = Duration.ofMinutes(1);
    private static final LaneOptions SIDE_BY_SIDE = new LaneOptions(4, LaneScope.ACCOUNT_REGION, false);

    @Test
    void isTheMedianTimesTheLongestLane() {
        assertThat(timeLeft(SIDE_BY_SIDE).with(List.of())).contains(Duration.ofMinutes(30));
    }

    @Test
    void addsUpTheLanesWhereOneImportIsUnderWayAtATime() {
        assertThat(timeLeft(LaneOptions.ONE_AT_A_TIME).with(List.of())).contains(Duration.ofMinutes(40));
        assertThat(timeLeft(new LaneOptions(4, LaneScope.ACCOUNT, false)).with(List.of()))
                .contains(Duration.ofMinutes(40));
    }

    @Test
    void sharesTheLanesAmongThoseThatMayBeWorkedOnAtATime() {
        assertThat(timeLeft(new LaneOptions(1, LaneScope.ACCOUNT_REGION, false)).with(List.of()))
                .contains(Duration.ofMinutes(40));
    }

    @Test
    void countsWhatTheImportsUnderWayHaveTakenAlready() {
        UnderWay half = new UnderWay(EUROPE, Duration.ofSeconds(30));
        UnderWay overdue = new UnderWay(EUROPE, Duration.ofMinutes(10));

        assertThat(timeLeft(SIDE_BY_SIDE).with(List.of(half))).contains(Duration.ofSeconds(29 * 60 + 30));
        assertThat(timeLeft(SIDE_BY_SIDE).with(List.of(overdue))).contains(Duration.ofMinutes(29));
    }

    @Test
    void becomesShorterWithEachImport() {
        TimeLeft left = timeLeft(SIDE_BY_SIDE);

        left.imported(EUROPE, MEDIAN);

        assertThat(left.with(List.of())).contains(Duration.ofMinutes(29));
    }

    @Test
    void leavesOutALaneInWhichNothingMoreBegins() {
        TimeLeft left = timeLeft(SIDE_BY_SIDE);

        left.closed(EUROPE);

        assertThat(left.with(List.of())).contains(Duration.ofMinutes(10));
    }

    @Test
    void isThatOfTheImportsThatTheLimitAllows() {
        assertThat(new TimeLeft(work(Optional.of(2L), List.of(MEDIAN)), LaneOptions.ONE_AT_A_TIME).with(List.of()))
                .contains(Duration.ofMinutes(2));
    }

    @Test
    void isNotKnownBeforeAnImportWasSeen() {
        TimeLeft left = new TimeLeft(work(Optional.empty(), List.of()), SIDE_BY_SIDE);
        assertThat(left.with(List.of())).isEmpty();

        left.imported(AMERICA, MEDIAN);
        assertThat(left.with(List.of())).contains(Duration.ofMinutes(30));
    }

    @Test
    void isNotKnownWhereOtherWorkersTakeLanesToo() {
        assertThat(timeLeft(new LaneOptions(1, LaneScope.ACCOUNT_REGION, true)).with(List.of()))
                .isEmpty();
    }

    private static TimeLeft timeLeft(LaneOptions lanes) {
        return new TimeLeft(work(Optional.empty(), List.of(MEDIAN)), lanes);
    }

    private static ImportWork work(Optional<Long> limit, List<Duration> recent) {
        return new ImportWork(
                new StateCounts(Map.of()), Map.of(EUROPE.toString(), 30L, AMERICA.toString(), 10L), limit, recent);
    }
}
