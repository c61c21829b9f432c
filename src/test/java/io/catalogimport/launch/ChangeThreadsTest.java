package io.catalogimport.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ChangeThreadsTest {
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final ChangeThreads threads = new ChangeThreads("lane-", 2, stopped::countDown);

    @Test
    void endAllPartsBeforeAFailureIsThrown() {
        AtomicBoolean isEnded = new AtomicBoolean();

        assertThatThrownBy(() -> threads.run(List.of(
                        () -> {
                            throw new IllegalStateException("The locks are lost");
                        },
                        () -> {
                            await(stopped);
                            isEnded.set(true);
                        })))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The locks are lost");
        assertThat(isEnded).isTrue();
    }

    @Test
    void throwAnErrorAsItIs() {
        assertThatThrownBy(() -> threads.run(List.of(() -> {
                    throw new StackOverflowError();
                })))
                .isInstanceOf(StackOverflowError.class);
        assertThat(stopped.getCount()).isZero();
    }

    @Test
    void haveNamesByWhichALogCanBeRead() {
        AtomicBoolean isNamed = new AtomicBoolean();

        threads.run(List.of(() -> isNamed.set(Thread.currentThread().getName().startsWith("lane-"))));

        assertThat(isNamed).isTrue();
        assertThat(stopped.getCount()).isOne();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
