package io.catalogimport.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PollScheduleTest {

    @Test
    void looksAfterASecondWithoutExperience() {
        PollSchedule schedule = new PollSchedule(List.of());

        assertThat(schedule.untilNextLook(Duration.ZERO)).isEqualTo(Duration.ofMillis(500));
    }

    @Test
    void looksFirstWhenTheFastestTenthOfImportsWouldHaveBeenDone() {
        PollSchedule schedule = new PollSchedule(seconds(1, 20));

        assertThat(schedule.untilNextLook(Duration.ZERO)).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void countsWhatWasWaitedAlreadyTowardsTheFirstLook() {
        PollSchedule schedule = new PollSchedule(List.of(Duration.ofSeconds(90)));

        assertThat(schedule.untilNextLook(Duration.ofSeconds(60))).isEqualTo(Duration.ofSeconds(30));
    }

    @ParameterizedTest(name = "after {0} s in {1} ms")
    @CsvSource({"1,200", "4,200", "5,250", "60,3000", "600,30000", "6000,30000"})
    void looksAgainAfterATwentiethOfTheTimeWaitedWithinBounds(int waitedSeconds, int milliseconds) {
        PollSchedule schedule = new PollSchedule(List.of());

        assertThat(schedule.untilNextLook(Duration.ofSeconds(waitedSeconds)))
                .isEqualTo(Duration.ofMillis(milliseconds));
    }

    @Test
    void learnsFromTheImportsOfTheRun() {
        PollSchedule schedule = new PollSchedule(List.of());

        schedule.learn(Duration.ofSeconds(40), false);

        assertThat(schedule.untilNextLook(Duration.ZERO)).isEqualTo(Duration.ofSeconds(40));
    }

    @Test
    void forgetsTheEarliestOfMoreImportsThanItRemembers() {
        PollSchedule schedule = new PollSchedule(seconds(1, PollSchedule.MEMORY));

        IntStream.range(0, PollSchedule.MEMORY).forEach(count -> schedule.learn(Duration.ofSeconds(500), false));

        assertThat(schedule.untilNextLook(Duration.ZERO)).isEqualTo(Duration.ofSeconds(500));
    }

    @Test
    void startsWithNoMoreThanTheLatestOfEarlierImports() {
        List<Duration> latestFirst = IntStream.range(0, 2 * PollSchedule.MEMORY)
                .mapToObj(place -> Duration.ofSeconds(place < PollSchedule.MEMORY ? 70 : 5))
                .toList();

        PollSchedule schedule = new PollSchedule(latestFirst);

        assertThat(schedule.untilNextLook(Duration.ZERO)).isEqualTo(Duration.ofSeconds(70));
    }

    @Test
    void findsBackToEarlyLooksWhenImportsHaveBecomeFaster() {
        PollSchedule schedule = new PollSchedule(seconds(60, PollSchedule.MEMORY));
        Duration truth = Duration.ofSeconds(5);

        Duration noticedAfter = Duration.ZERO;
        for (int count = 0; count < 30; count++) {
            noticedAfter = noticed(schedule, truth);
        }

        assertThat(noticedAfter).isLessThan(Duration.ofSeconds(8));
    }

    /** Follows one import that takes so long, and lets the schedule learn from it. */
    private static Duration noticed(PollSchedule schedule, Duration truth) {
        Duration waited = schedule.untilNextLook(Duration.ZERO);
        boolean atFirstLook = waited.compareTo(truth) >= 0;
        while (waited.compareTo(truth) < 0) {
            waited = waited.plus(schedule.untilNextLook(waited));
        }
        schedule.learn(waited, atFirstLook);
        return waited;
    }

    @Test
    void isNotMisledByOneImportThatWasUnusuallyFast() {
        PollSchedule schedule = new PollSchedule(seconds(60, 79));

        schedule.learn(Duration.ofMillis(1), false);

        assertThat(schedule.untilNextLook(Duration.ZERO)).isGreaterThanOrEqualTo(Duration.ofSeconds(60));
    }

    private static List<Duration> seconds(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(Duration::ofSeconds).toList();
    }
}
