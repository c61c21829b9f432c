package io.catalogimport.sandbox;

import io.catalogimport.sandbox.wire.CallListener;
import io.catalogimport.sandbox.wire.Caller;
import io.catalogimport.sandbox.wire.Request;
import java.util.ArrayList;
import java.util.List;

/** The calls in the order in which they were answered. Thread-safe. */
final class CallLog implements CallListener {
    private final List<Call> calls = new ArrayList<>();

    @Override
    public synchronized void answered(Request request, Caller caller, Outcome outcome) {
        calls.add(new Call(
                calls.size() + 1L,
                request.at(),
                caller.account(),
                caller.region(),
                outcome.service(),
                outcome.operation(),
                outcome.parameters(),
                outcome.status(),
                outcome.errorCode()));
    }

    synchronized List<Call> calls() {
        return List.copyOf(calls);
    }
}
