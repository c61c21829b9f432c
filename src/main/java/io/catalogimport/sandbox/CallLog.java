package io.catalogimport.sandbox;

import io.catalogimport.sandbox.wire.CallListener;
import io.catalogimport.sandbox.wire.Caller;
import io.catalogimport.sandbox.wire.Request;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The latest calls, and a file that has them all. Thread-safe. */
final class CallLog implements CallListener, AutoCloseable {
    private static final int KEPT = 20_000;
    /** Templates are sent as parameters. */
    private static final int LONGEST_VALUE = 2048;

    private final Deque<Call> latest = new ArrayDeque<>();
    private long sequence;
    private @Nullable Writer file;

    synchronized void writeTo(Path path) {
        try {
            file = Files.newBufferedWriter(path);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + path, e);
        }
    }

    @Override
    public synchronized void ended(Request request, Caller caller, Outcome outcome) {
        sequence++;
        Call call = new Call(
                sequence,
                request.at(),
                caller.account(),
                caller.region(),
                outcome.service(),
                outcome.operation(),
                shortened(outcome.parameters()),
                outcome.status(),
                outcome.errorCode(),
                recordId(outcome.result()),
                outcome.ending(),
                outcome.fault());
        latest.addLast(call);
        if (latest.size() > KEPT) {
            latest.removeFirst();
        }
        if (file != null) {
            write(file, call);
        }
    }

    /** The first calls after the call with that number, as long as they are still in memory. */
    synchronized List<Call> after(long number, int limit) {
        return latest.stream()
                .filter(call -> call.sequence() > number)
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized void close() {
        if (file == null) {
            return;
        }
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close the call log", e);
        }
    }

    private static void write(Writer file, Call call) {
        try {
            file.write(Json.text(call) + "\n");
            file.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the call log", e);
        }
    }

    private static Map<String, String> shortened(Map<String, String> parameters) {
        Map<String, String> shortened = new LinkedHashMap<>(parameters);
        shortened.replaceAll(
                (name, value) -> value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE) + "…");
        return shortened;
    }

    private static @Nullable String recordId(Map<String, Object> result) {
        return result.get("RecordDetail") instanceof Map<?, ?> detail && detail.get("RecordId") instanceof String id
                ? id
                : null;
    }
}
