package io.catalogimport.discovery;

import io.catalogimport.aws.StopRequestedException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Does the same for many things on several threads. AWS answers slower than it may be asked. */
final class Reads implements AutoCloseable {
    private final ExecutorService threads;

    Reads(String name, int most) {
        this.threads = Executors.newFixedThreadPool(most, work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        });
    }

    /** The answers in the order of the things. The first failure ends the rest. */
    <T, R> List<R> all(List<T> things, Function<T, R> question) {
        List<Future<R>> pending = things.stream()
                .map(thing -> threads.submit(() -> question.apply(thing)))
                .toList();
        List<R> answers = new ArrayList<>();
        try {
            for (Future<R> each : pending) {
                answers.add(each.get());
            }
            return answers;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) e.getCause();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StopRequestedException();
        } finally {
            pending.forEach(each -> each.cancel(false));
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
