package io.catalogimport.sandbox.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TokenBucketTest {
    private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");

    private final TokenBucket bucket = new TokenBucket(2, 3, START);

    @Test
    void letsABurstPassAndNoMore() {
        assertThat(taken(5, START)).isEqualTo(3);
    }

    @Test
    void fillsAtItsRate() {
        taken(3, START);

        assertThat(taken(5, START.plusMillis(499))).isZero();
        assertThat(taken(5, START.plusMillis(500))).isEqualTo(1);
        assertThat(taken(5, START.plusMillis(1500))).isEqualTo(2);
    }

    @Test
    void holdsNoMoreThanABurst() {
        assertThat(taken(5, START.plusSeconds(3600))).isEqualTo(3);
    }

    @Test
    void gainsNothingFromACallThatComesLate() {
        taken(3, START.plusSeconds(1));

        assertThat(taken(1, START)).isZero();
        assertThat(taken(1, START.plusMillis(1499))).isZero();
    }

    private int taken(int calls, Instant at) {
        return (int) IntStream.range(0, calls).filter(call -> bucket.take(at)).count();
    }
}
