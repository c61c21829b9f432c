package io.catalogimport.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.catalogimport.aws.AwsBusyException;
import io.catalogimport.aws.AwsDeniedException;
import io.catalogimport.aws.AwsFailures;
import io.catalogimport.aws.AwsRefusedException;
import io.catalogimport.aws.StopRequestedException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class OnceTest {
    private final AtomicInteger asked = new AtomicInteger();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch mayAnswer = new CountDownLatch(1);

    @Test
    void asksOnceForAllWhoWantIt() throws Exception {
        Once<String> fact = new Once<>(() -> "answer " + slowly());

        Asking first = new Asking(fact);
        begun.await();
        Asking second = new Asking(fact).waiting();
        mayAnswer.countDown();

        assertThat(first.told.get()).isEqualTo("answer 1");
        assertThat(second.told.get()).isEqualTo("answer 1");
        assertThat(fact.get()).isEqualTo("answer 1");
    }

    @Test
    void passesAFailureToThoseWhoWaitForIt() throws Exception {
        Once<String> fact = new Once<>(() -> {
            throw AwsFailures.refused("No" + slowly());
        });

        Asking first = new Asking(fact);
        begun.await();
        Asking second = new Asking(fact).waiting();
        mayAnswer.countDown();

        assertThatThrownBy(first.told::get).cause().isInstanceOf(AwsRefusedException.class);
        assertThatThrownBy(second.told::get)
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOfSatisfying(AwsRefusedException.class, refusal -> assertThat(refusal.code())
                        .isEqualTo("No1"));
    }

    @Test
    void asksAgainAfterAFailure() {
        Once<String> fact = new Once<>(() -> {
            if (asked.incrementAndGet() == 1) {
                throw AwsFailures.unavailable();
            }
            return "answer " + asked.get();
        });

        assertThatThrownBy(fact::get).isInstanceOf(AwsBusyException.class);

        assertThat(fact.get()).isEqualTo("answer 2");
    }

    @Test
    void keepsARefusal() {
        Once<String> fact = new Once<>(() -> {
            asked.incrementAndGet();
            throw AwsFailures.accessDenied();
        });

        assertThatThrownBy(fact::get).isInstanceOf(AwsDeniedException.class);
        assertThatThrownBy(fact::get).isInstanceOf(AwsDeniedException.class);

        assertThat(asked).hasValue(1);
    }

    @Test
    void givesUpWaitingWhenInterrupted() throws Exception {
        Once<String> fact = new Once<>(() -> "answer " + slowly());
        Asking first = new Asking(fact);
        begun.await();
        Asking second = new Asking(fact).waiting();

        second.thread.interrupt();

        assertThatThrownBy(second.told::get).cause().isInstanceOf(StopRequestedException.class);
        mayAnswer.countDown();
        assertThat(first.told.get()).isEqualTo("answer 1");
    }

    /** Answers, with how often it was asked, when it may. */
    private int slowly() {
        begun.countDown();
        try {
            mayAnswer.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return asked.incrementAndGet();
    }

    /** A thread of its own that asks. */
    private static final class Asking {
        private final CompletableFuture<String> told = new CompletableFuture<>();
        private final Thread thread;

        private Asking(Once<String> fact) {
            thread = new Thread(() -> {
                try {
                    told.complete(fact.get());
                } catch (RuntimeException e) {
                    told.completeExceptionally(e);
                }
            });
            thread.start();
        }

        private Asking waiting() {
            while (thread.getState() != Thread.State.WAITING) {
                Thread.onSpinWait();
            }
            return this;
        }
    }
}
