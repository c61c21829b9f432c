package io.catalogimport.sandbox.wire;

import io.catalogimport.sandbox.wire.CallListener.Outcome;
import io.catalogimport.sandbox.wire.Fault.Delay;
import io.catalogimport.sandbox.wire.Fault.LoseAnswer;
import io.catalogimport.sandbox.wire.Fault.Refuse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The steps of every request: parse, authenticate, look for a fault, check permissions, dispatch, log. One request is
 * dispatched at a time, so the services and the world behind them need no locks of their own; faults keep nobody else
 * waiting.
 */
public final class Pipeline {
    private static final Logger LOG = LoggerFactory.getLogger(Pipeline.class);

    private final List<Service> services;
    private final Entrance entrance;
    private final CallListener listener;
    private final Service unknown = new UnknownService();
    private final Object turn = new Object();

    /** What a call has to pass before it is carried out. */
    public record Entrance(Authenticator authenticator, FaultPlan faults, RealTime pause, Permissions permissions) {}

    public Pipeline(List<Service> services, Entrance entrance, CallListener listener) {
        this.services = List.copyOf(services);
        this.entrance = entrance;
        this.listener = listener;
    }

    public Reply answer(Request request) {
        Service service = services.stream()
                .filter(candidate -> candidate.recognises(request))
                .findFirst()
                .orElse(unknown);
        Progress progress = new Progress(request, service);
        try {
            Invocation invocation = service.read(request);
            progress.invocation = invocation;
            progress.caller = entrance.authenticator().authenticate(invocation, service);
            Optional<Fault> fault = entrance.faults().next(new AuthenticatedCall(service, invocation, progress.caller));
            return fault.isEmpty() ? carryOut(progress, invocation) : suffer(progress, invocation, fault.get());
        } catch (RefusedCallException refusal) {
            return refuse(progress, refusal);
        } catch (RuntimeException bug) {
            LOG.error("The sandbox failed to answer {} {}", service.name(), request.id(), bug);
            return refuse(progress, AwsError.INTERNAL_FAILURE.because("The sandbox itself failed: " + bug));
        }
    }

    private Reply carryOut(Progress progress, Invocation invocation) {
        entrance.permissions().check(new AuthenticatedCall(progress.service, invocation, progress.caller));
        synchronized (turn) {
            Response response = progress.service.perform(invocation, progress.caller);
            // Within its turn, so that the log has what was carried out in that order.
            log(progress, response.status(), null, response.result());
            return new Reply(progress.ending, response);
        }
    }

    private Reply suffer(Progress progress, Invocation invocation, Fault fault) {
        progress.fault = fault.name();
        if (fault.effect() instanceof Refuse refuse) {
            Response answer = answered(progress, refuse.refusal());
            return Reply.answer(refuse.date() == null ? answer : answer.dated(refuse.date()));
        }
        if (fault.effect() instanceof Delay delay) {
            return carryOutLater(progress, invocation, delay);
        }
        progress.ending = ((LoseAnswer) fault.effect()).ending();
        return progress.ending.isBeforeTheOperation() ? lost(progress) : carryOut(progress, invocation);
    }

    private Reply carryOutLater(Progress progress, Invocation invocation, Delay delay) {
        try {
            progress.request = progress.request.at(entrance.pause().after(delay.time()));
            return carryOut(progress, invocation.of(progress.request));
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            progress.ending = Ending.CUT_BEFORE;
            return lost(progress);
        }
    }

    private Reply lost(Progress progress) {
        log(progress, 0, null, Map.of());
        return new Reply(progress.ending, null);
    }

    private Reply refuse(Progress progress, RefusedCallException refusal) {
        return new Reply(progress.ending, answered(progress, refusal));
    }

    private Response answered(Progress progress, RefusedCallException refusal) {
        log(progress, refusal.status(), refusal.code(), Map.of());
        return progress.service.refuse(refusal, progress.request);
    }

    private void log(Progress progress, int status, @Nullable String errorCode, Map<String, Object> result) {
        Invocation invocation = progress.invocation;
        String operation = invocation == null ? "" : invocation.operation();
        Map<String, String> parameters = invocation == null ? Map.of() : invocation.parameters();
        Outcome outcome = new Outcome(
                progress.service.name(),
                operation,
                parameters,
                status,
                errorCode,
                result,
                progress.ending,
                progress.fault);
        listener.ended(progress.request, progress.caller, outcome);
    }

    /** How far a request came, for the log of one that was refused on the way. */
    private static final class Progress {
        private final Service service;
        private Request request;
        private @Nullable Invocation invocation;
        private Caller caller = Caller.ANONYMOUS;
        private Ending ending = Ending.ANSWERED;
        private @Nullable String fault;

        private Progress(Request request, Service service) {
            this.request = request;
            this.service = service;
        }
    }
}
