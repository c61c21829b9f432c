package io.catalogimport.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ImportLimitsTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final ImportWindow ANY_TIME = new ImportWindow(Optional.empty(), Optional.empty(), ZONE);

    static Stream<ImportLimits> oneLimit() {
        LocalTime night = LocalTime.of(22, 0);
        return Stream.of(
                limits(true, Optional.empty(), Optional.empty(), Optional.empty(), ANY_TIME),
                limits(false, Optional.of(new FailureBudget(2, false)), Optional.empty(), Optional.empty(), ANY_TIME),
                limits(false, Optional.empty(), Optional.of(7), Optional.empty(), ANY_TIME),
                limits(false, Optional.empty(), Optional.empty(), Optional.of(Instant.EPOCH), ANY_TIME),
                limits(
                        false,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        new ImportWindow(Optional.of(night), Optional.empty(), ZONE)),
                limits(
                        false,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        new ImportWindow(Optional.empty(), Optional.of(night), ZONE)));
    }

    private static ImportLimits limits(
            boolean strict,
            Optional<FailureBudget> budget,
            Optional<Integer> limit,
            Optional<Instant> endBy,
            ImportWindow window) {
        return new ImportLimits(strict, budget, limit, endBy, window);
    }

    @ParameterizedTest
    @MethodSource("oneLimit")
    void areSomeWhereOneIsSet(ImportLimits limits) {
        assertThat(limits.areNone()).isFalse();
    }

    @Test
    void areNoneWhateverTheTimeZone() {
        assertThat(limits(false, Optional.empty(), Optional.empty(), Optional.empty(), ANY_TIME)
                        .areNone())
                .isTrue();
    }
}
