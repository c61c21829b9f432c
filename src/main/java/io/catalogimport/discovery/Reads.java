package io.catalogimport.discovery;

import io.catalogimport.aws.Await;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Does the same for many things on several threads. AWS answers slower than it may be asked. */
public final class Reads implements AutoCloseable {
    private final ExecutorService threads;

    public Reads(String name, int most) {
        this.threads = Executors.newFixedThreadPool(most, work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        });
    }

    /** The answers in the order of the things. The first failure ends the rest. */
    public <T, R> List<R> all(List<T> things, Function<T, R> question) {
        List<Future<R>> pending = things.stream()
                .map(thing -> threads.submit(() -> question.apply(thing)))
                .toList();
        try {
            return pending.stream().map(Await::answer).toList();
        } finally {
            pending.forEach(each -> each.cancel(false));
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
