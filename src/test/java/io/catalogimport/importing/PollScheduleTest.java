package io.catalogimport.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.catalogimport.aws.FakeTime;
import io.catalogimport.aws.Lane;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PollScheduleTest {
    private static final Lane LANE = new Lane("aws", "111122223333", "eu-central-1");
    private static final int MANY = 1_000;

    private final FakeTime time = new FakeTime();

    @Test
    void looksAfterHalfASecondWithoutExperience() {
        PollSchedule schedule = schedule(List.of());

        assertThat(wait(schedule, 0)).isEqualTo(Duration.ofMillis(500));
        assertThat(wait(schedule, 0.2)).isEqualTo(Duration.ofMillis(300));
    }

    @ParameterizedTest(name = "after {0} s in {1} ms")
    @CsvSource({"0.5,100", "1,100", "5,500", "60,6000", "600,30000"})
    void looksAgainAfterATenthOfTheTimeWaitedWithoutExperience(double waited, int milliseconds) {
        assertThat(wait(schedule(List.of()), waited)).isEqualTo(Duration.ofMillis(milliseconds));
    }

    @Test
    void looksFirstWhenFewOfTheImportsSeenHadEnded() {
        Duration first = wait(schedule(seconds(21, 120)), 0);

        assertThat(first).isBetween(Duration.ofSeconds(20), Duration.ofSeconds(35));
    }

    @Test
    void looksMostWhereAnEndIsMostLikely() {
        PollSchedule schedule =
                schedule(Stream.of(8, 60).flatMap(hump -> humps(hump)).toList());

        assertThat(wait(schedule, 8)).isLessThan(wait(schedule, 20).dividedBy(3));
        assertThat(wait(schedule, 60)).isLessThan(wait(schedule, 20).dividedBy(2));
    }

    @Test
    void countsWhatWasWaitedAlreadyTowardsTheFirstLook() {
        PollSchedule schedule = schedule(seconds(90, 99));

        Duration first = wait(schedule, 0);

        assertThat(wait(schedule, 20)).isEqualTo(first.minusSeconds(20));
        assertThat(first).as("not cut off like the waits after it").isGreaterThan(Duration.ofSeconds(40));
    }

    @Test
    void looksAfterAShareOfTheTimeWaitedAtWhatTakesLongerThanAnyBefore() {
        assertThat(wait(schedule(seconds(8, 12)), 200)).isEqualTo(Duration.ofSeconds(20));
    }

    @ParameterizedTest(name = "of {0} s")
    @ValueSource(ints = {5, 20, 60})
    void noticesEndsWithinAFortiethOfTheTimeForTwelveCallsAnImport(int median) {
        SimulatedImports imports = follow(MANY, logNormal(median));

        report("log-normal around " + median + " s", imports);
        assertThat(imports.gap()).isLessThanOrEqualTo(0.025);
        assertThat(imports.calls()).isLessThanOrEqualTo(12);
    }

    @Test
    void needsFewLooksWhereAllImportsTakeTheSameTime() {
        SimulatedImports imports = follow(MANY, number -> 20);

        report("constant, 20 s", imports);
        assertThat(imports.gap()).isLessThan(0.01);
        assertThat(imports.calls()).isLessThan(7);
    }

    @Test
    void spendsItsLooksOnBothHumpsOfTimesThatHaveTwo() {
        Random random = new Random(2);
        SimulatedImports imports =
                follow(MANY, number -> (random.nextInt(3) == 0 ? 60 : 8) * Math.exp(0.1 * random.nextGaussian()));

        report("two humps, 8 s and 60 s", imports);
        assertThat(imports.gap()).isLessThan(0.03);
        assertThat(imports.calls()).isLessThan(14);
    }

    @ParameterizedTest(name = "from {0} s to {1} s")
    @CsvSource({"5,60", "60,5"})
    void keepsUpWithTimesThatDrift(int from, int to) {
        Random random = new Random(3);
        double growth = Math.pow((double) to / from, 1.0 / MANY);

        SimulatedImports imports =
                follow(MANY, number -> from * Math.pow(growth, number) * Math.exp(0.1 * random.nextGaussian()));

        report("drifting from %d s to %d s".formatted(from, to), imports);
        assertThat(imports.gap()).isLessThan(0.04);
        assertThat(imports.calls()).isLessThan(16);
    }

    @Test
    void forgetsWhatItKnewSoonAfterImportsHaveBecomeMuchFaster() {
        PollSchedule schedule = schedule(seconds(55, 65));
        SimulatedImports first = new SimulatedImports(time, schedule).follow(12, number -> 5);

        SimulatedImports then = new SimulatedImports(time, schedule).follow(100, number -> 5);

        report("5 s after 60 s, the first 12", first);
        report("5 s after 60 s, then", then);
        assertThat(then.gap()).isLessThan(0.05);
    }

    @Test
    void isNotMisledByOneImportThatWasUnusuallyFast() {
        PollSchedule schedule = schedule(seconds(60, 79));
        Duration before = wait(schedule, 0);

        schedule.learn(LANE, Duration.ZERO, Duration.ofMillis(1));

        assertThat(wait(schedule, 0).toMillis() / 1e3)
                .isCloseTo(before.toMillis() / 1e3, within(before.toSeconds() * 0.3));
    }

    @Test
    void tellsHowLongAnImportProbablyTook() {
        PollSchedule schedule = schedule(List.of());

        assertThat(schedule.learn(LANE, Duration.ofSeconds(10), Duration.ofSeconds(12)))
                .isEqualTo(Duration.ofSeconds(11));
        assertThat(schedule.learn(LANE, Duration.ZERO, Duration.ofSeconds(10)))
                .as("over before the first look")
                .isEqualTo(Duration.ofMillis(8_500));
        assertThat(schedule.learn(LANE, Duration.ZERO, Duration.ofSeconds(10)))
                .as("once more")
                .isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void startsWithNoMoreThanTheLatestOfEarlierImports() {
        List<Duration> latestFirst = IntStream.range(0, 2 * PollSchedule.MEMORY)
                .mapToObj(place -> Duration.ofSeconds(place < PollSchedule.MEMORY ? 70 : 5))
                .toList();

        assertThat(wait(schedule(latestFirst), 0)).isGreaterThan(Duration.ofSeconds(50));
    }

    @Test
    void looksNoMoreOftenAtAnAccountThanItsBudgetAllows() {
        PollSchedule schedule = new PollSchedule(List.of(), new LookBudget(2, time));

        assertThat(wait(schedule, 0)).isEqualTo(Duration.ofMillis(500));
        assertThat(wait(schedule, 0)).isEqualTo(Duration.ofMillis(500));
        assertThat(wait(schedule, 0)).isEqualTo(Duration.ofSeconds(1));
        assertThat(schedule.untilNextLook(new Lane("aws", "444455556666", "eu-central-1"), Duration.ZERO))
                .isEqualTo(Duration.ofMillis(500));
    }

    private SimulatedImports follow(int count, IntToDoubleFunction seconds) {
        return new SimulatedImports(time, schedule(List.of())).follow(count, seconds);
    }

    /** With logarithms of standard deviation 0.3. */
    private static IntToDoubleFunction logNormal(int median) {
        Random random = new Random(1);
        return number -> median * Math.exp(0.3 * random.nextGaussian());
    }

    private static void report(String what, SimulatedImports imports) {
        System.out.printf("%s: gap %.2f %%, %.2f calls an import%n", what, 100 * imports.gap(), imports.calls());
    }

    private PollSchedule schedule(List<Duration> earlier) {
        return new PollSchedule(earlier, new LookBudget(1_000, time));
    }

    private static Duration wait(PollSchedule schedule, double waitedSeconds) {
        return schedule.untilNextLook(LANE, Duration.ofMillis((long) (waitedSeconds * 1e3)));
    }

    private static Stream<Duration> humps(int seconds) {
        return IntStream.rangeClosed(-25, 24).mapToObj(step -> Duration.ofMillis(seconds * (1_000L + 4L * step)));
    }

    private static List<Duration> seconds(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(Duration::ofSeconds).toList();
    }
}
