package io.catalogimport.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StopRequestTest {
    private static final Duration LONG = Duration.ofMinutes(10);

    private final StopRequest stop = new StopRequest();

    @Test
    void waitsToTheEndWhileNobodyAsksForAStop() {
        assertThat(stop.waitFor(Duration.ofMillis(1))).isTrue();
        assertThat(stop.isRequested()).isFalse();
    }

    @Test
    void endsEveryWait() throws Exception {
        ExecutorService threads = Executors.newCachedThreadPool();
        try {
            List<Future<Boolean>> waits = IntStream.range(0, 50)
                    .mapToObj(wait -> threads.submit(() -> stop.waitFor(LONG)))
                    .toList();

            stop.request();

            for (Future<Boolean> wait : waits) {
                assertThat(wait.get(20, TimeUnit.SECONDS)).isFalse();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void doesNotWaitOnceAStopWasAskedFor() {
        stop.request();
        stop.request();

        assertThat(stop.waitFor(LONG)).isFalse();
        assertThat(stop.isRequested()).isTrue();
    }

    @Test
    void takesAnInterruptForAStopAndKeepsIt() {
        Thread.currentThread().interrupt();

        assertThat(stop.waitFor(LONG)).isFalse();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(stop.isRequested()).isTrue();
    }
}
