package io.catalogimport.sandbox.wire;

import io.catalogimport.sandbox.wire.Request.Target;
import java.time.Clock;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** Turns what comes in on any connection into a request, with an id and a time, and has it answered. */
public final class Exchanges {
    private final Function<Request, Reply> answers;
    private final Clock clock;
    private final Supplier<String> requestIds;

    public Exchanges(Function<Request, Reply> answers, Clock clock, Supplier<String> requestIds) {
        this.answers = answers;
        this.clock = clock;
        this.requestIds = requestIds;
    }

    Request request(Target target, Map<String, String> headers, byte[] body) {
        return new Request(requestIds.get(), clock.instant(), target, headers, body);
    }

    Reply answer(Request request) {
        return answers.apply(request);
    }
}
