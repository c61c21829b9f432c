package io.catalogimport.validation;

import io.catalogimport.aws.Await;
import io.catalogimport.aws.AwsDeniedException;
import io.catalogimport.aws.AwsRefusedException;
import io.catalogimport.aws.LaneClosedException;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An answer that many threads need and that is asked for once. The first thread asks, the others wait for the answer. A
 * refusal is an answer, too, and is kept. Any other failure goes to the waiting threads, and the next thread asks
 * again. Thread-safe.
 */
final class Once<T> {
    private volatile @Nullable Supplier<T> question;
    private final AtomicReference<@Nullable CompletableFuture<T>> answer = new AtomicReference<>();

    Once(Supplier<T> question) {
        this.question = question;
    }

    T get() {
        CompletableFuture<T> own = new CompletableFuture<>();
        CompletableFuture<T> others = answer.compareAndExchange(null, own);
        return others == null ? ask(own) : Await.answer(others);
    }

    /** The answer, if there is one already. */
    Optional<T> known() {
        CompletableFuture<T> asked = answer.get();
        return asked == null || !asked.isDone() || asked.isCompletedExceptionally()
                ? Optional.empty()
                : Optional.of(asked.join());
    }

    private T ask(CompletableFuture<T> own) {
        try {
            T found = Objects.requireNonNull(question).get();
            // The question is no longer needed, and may be large.
            question = null;
            own.complete(found);
            return found;
        } catch (RuntimeException | Error e) {
            if (!isRefusal(e)) {
                answer.set(null);
            }
            own.completeExceptionally(e);
            throw e;
        }
    }

    private static boolean isRefusal(Throwable failure) {
        return failure instanceof AwsDeniedException
                || failure instanceof AwsRefusedException
                || failure instanceof LaneClosedException;
    }
}
