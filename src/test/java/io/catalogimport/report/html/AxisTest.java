package io.catalogimport.report.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class AxisTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Offset<Double> A_LITTLE = within(0.01);

    @Test
    void goesFromTheBeginningToTheEnd() {
        Axis axis = Axis.of(List.of(span(0, 100)));

        assertThat(axis.x(at(0))).isZero();
        assertThat(axis.x(at(25))).isCloseTo(25, A_LITTLE);
        assertThat(axis.x(at(100))).isCloseTo(100, A_LITTLE);
        assertThat(axis.at(25)).isEqualTo(at(25));
        assertThat(axis.breaks()).isEmpty();
    }

    @Test
    void cutsOutALongTimeInWhichNothingRan() {
        Axis axis = Axis.of(List.of(span(0, 50), span(10_000, 10_050)));

        assertThat(axis.breaks())
                .extracting(Axis.Break::words)
                .allMatch(words -> words.startsWith("Nothing ran for 2 h 45 min"));
        assertThat(axis.x(at(50))).isCloseTo(49.4, A_LITTLE);
        assertThat(axis.x(at(5_000))).isCloseTo(50, A_LITTLE);
        assertThat(axis.x(at(10_000))).isCloseTo(50.6, A_LITTLE);
        assertThat(axis.at(50.6)).isCloseTo(at(10_000), within(1, ChronoUnit.SECONDS));
    }

    @Test
    void keepsAShortPause() {
        assertThat(Axis.of(List.of(span(0, 50), span(55, 100))).breaks()).isEmpty();
    }

    @Test
    void hasFewBreaksHoweverManyNightsThereWere() {
        List<Span> nights = IntStream.range(0, 365)
                .mapToObj(night -> span(night * 10_000L, night * 10_000L + 100 + night))
                .toList();

        assertThat(Axis.of(nights).breaks()).hasSizeLessThan(12);
    }

    @Test
    void putsAllInTheMiddleOfAMomentWithoutLength() {
        assertThat(Axis.of(List.of(span(5, 5))).x(at(5))).isBetween(0.0, 100.0);
    }

    private static Span span(long from, long to) {
        return new Span(at(from), at(to));
    }

    private static Instant at(long second) {
        return NOON.plusSeconds(second);
    }
}
