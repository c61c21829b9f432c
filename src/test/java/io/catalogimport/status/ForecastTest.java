package io.catalogimport.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ForecastTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    /** A hundred imports, each of which took a minute. */
    private static final Pace A_MINUTE = Pace.of(Collections.nCopies(100, MINUTE));

    @Test
    void takesAsLongAsTheImportsDoOneAfterTheOther() {
        Forecast forecast = forecast(1, lane("one", 60));

        assertThat(forecast.medianSeconds()).isEqualTo(3_600);
        assertThat(forecast.pessimisticSeconds()).isBetween(3_600L, 3_800L);
    }

    @Test
    void takesAsLongAsTheLongestLaneWhereAllGoOnSideBySide() {
        Forecast forecast = forecast(3, lane("one", 600), lane("two", 10), lane("three", 10));

        assertThat(forecast.medianSeconds()).isEqualTo(36_000);
    }

    @Test
    void letsALaneWaitForAPlace() {
        Schedule schedule = new Schedule(lanes(lane("one", 10), lane("two", 2), lane("three", 5)), 2);

        assertThat(schedule.end("one")).isEqualTo(600);
        assertThat(schedule.end("two")).isEqualTo(120);
        assertThat(schedule.end("three")).isEqualTo(420);
    }

    @Test
    void expectsTheLastOfManyEqualLanesToTakeLonger() {
        long one = forecast(1, lane("one", 10)).medianSeconds();

        long last = forecast(
                        50,
                        IntStream.range(0, 50)
                                .mapToObj(number -> lane("lane " + number, 10))
                                .toArray(Lane[]::new))
                .medianSeconds();

        assertThat(last).isBetween(one + 30, one + 300);
    }

    @Test
    void isLessCertainWhereFewImportsWereSeen() {
        Pace few = Pace.of(List.of(MINUTE, MINUTE));

        double certain = new Schedule(Map.of("one", A_MINUTE.of(100)), 1).allWithin(0.9);
        double uncertain = new Schedule(Map.of("one", few.of(100)), 1).allWithin(0.9);

        assertThat(certain).isBetween(6_000.0, 6_400.0);
        assertThat(uncertain).isGreaterThan(7_000);
    }

    @Test
    void takesWhatAnImportInFlightHasTakenOffItsTime() {
        assertThat(A_MINUTE.rest(Duration.ofSeconds(20)).mean()).isEqualTo(40);
    }

    @Test
    void doesNotExpectAnImportThatIsLateToEndAtOnce() {
        assertThat(A_MINUTE.rest(Duration.ofHours(1)).mean()).isEqualTo(12);
    }

    @Test
    void tellsTheMomentsOfWorkThatIsUnderWay() {
        Forecast forecast = forecast(1, lane("one", 10)).from(NOW);

        assertThat(forecast.endsAt()).isEqualTo(NOW.plusSeconds(600));
        assertThat(forecast.latestEndsAt()).isEqualTo(NOW.plusSeconds(forecast.pessimisticSeconds()));
    }

    /** With half an hour for an import that has no end, and what has passed of the start already. */
    @Test
    void fitsADeadlineForAJobInWholeTenMinutes() {
        Schedule hour = new Schedule(lanes(lane("one", 60)), 1);

        assertThat(Forecast.of(hour, 60, 100, Duration.ZERO).activeDeadlineSeconds())
                .isEqualTo(Duration.ofMinutes(100).toSeconds());
        assertThat(Forecast.of(hour, 60, 100, Duration.ofHours(1)).activeDeadlineSeconds())
                .isEqualTo(Duration.ofMinutes(160).toSeconds());
    }

    /** For times that vary as imports do, seen from as many as a first evening has. */
    @Test
    void isRightAsOftenAsItSays() {
        Random random = new Random(7);
        int runs = 2_000;
        int withinMedian = 0;
        int withinPessimistic = 0;
        for (int run = 0; run < runs; run++) {
            Pace pace =
                    Pace.of(Stream.generate(() -> anImport(random)).limit(20).toList());
            Schedule schedule = new Schedule(Map.of("a", pace.of(50), "b", pace.of(50)), 2);
            double took = Math.max(imports(50, random), imports(50, random));
            withinMedian += took <= schedule.allWithin(Forecast.MEDIAN) ? 1 : 0;
            withinPessimistic += took <= schedule.allWithin(Forecast.PESSIMISTIC) ? 1 : 0;
        }

        assertThat(withinMedian / (double) runs).isCloseTo(0.5, within(0.1));
        assertThat(withinPessimistic / (double) runs).isCloseTo(0.9, within(0.05));
    }

    private static double imports(int number, Random random) {
        return Stream.generate(() -> anImport(random))
                        .limit(number)
                        .mapToDouble(Duration::toMillis)
                        .sum()
                / 1000;
    }

    private static Duration anImport(Random random) {
        return Duration.ofMillis((long) (60_000 * Math.exp(0.3 * random.nextGaussian())));
    }

    private record Lane(String name, int imports) {}

    private static Lane lane(String name, int imports) {
        return new Lane(name, imports);
    }

    private static Map<String, Amount> lanes(Lane... lanes) {
        Map<String, Amount> work = new LinkedHashMap<>();
        Stream.of(lanes).forEach(lane -> work.put(lane.name(), A_MINUTE.of(lane.imports())));
        return work;
    }

    private static Forecast forecast(int places, Lane... lanes) {
        long imports = Stream.of(lanes).mapToLong(Lane::imports).sum();
        return Forecast.of(new Schedule(lanes(lanes), places), imports, 100, Duration.ZERO);
    }
}
