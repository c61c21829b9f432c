package io.catalogimport.sandbox.wire;

import io.catalogimport.sandbox.wire.CallListener.Outcome;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way of every request: parse, authenticate, dispatch, log. One request is dispatched at a time, so the services
 * and the world behind them need no locks of their own.
 */
public final class Pipeline {
    private static final Logger LOG = LoggerFactory.getLogger(Pipeline.class);

    private final List<Service> services;
    private final Authenticator authenticator;
    private final CallListener listener;
    private final Service unknown = new UnknownService();
    private final Object turn = new Object();

    public Pipeline(List<Service> services, Authenticator authenticator, CallListener listener) {
        this.services = List.copyOf(services);
        this.authenticator = authenticator;
        this.listener = listener;
    }

    public Response answer(Request request) {
        Service service = services.stream()
                .filter(candidate -> candidate.recognises(request))
                .findFirst()
                .orElse(unknown);
        Progress progress = new Progress();
        try {
            return carryOut(request, service, progress);
        } catch (AwsException refusal) {
            log(request, service, progress, refusal.status(), refusal.code(), Map.of());
            return service.refuse(refusal, request);
        } catch (RuntimeException bug) {
            LOG.error("The sandbox failed to answer {} {}", service.name(), request.id(), bug);
            AwsException refusal = AwsError.INTERNAL_FAILURE.because("The sandbox itself failed: " + bug);
            log(request, service, progress, refusal.status(), refusal.code(), Map.of());
            return service.refuse(refusal, request);
        }
    }

    private Response carryOut(Request request, Service service, Progress progress) {
        Invocation invocation = service.read(request);
        progress.invocation = invocation;
        Caller caller = authenticator.authenticate(invocation, service);
        progress.caller = caller;
        synchronized (turn) {
            Response response = service.perform(invocation, caller);
            // Within its turn, so that the log has what was carried out in that order.
            log(request, service, progress, response.status(), null, response.result());
            return response;
        }
    }

    private void log(
            Request request,
            Service service,
            Progress progress,
            int status,
            @Nullable String errorCode,
            Map<String, Object> result) {
        Invocation invocation = progress.invocation;
        String operation = invocation == null ? "" : invocation.operation();
        Map<String, String> parameters = invocation == null ? Map.of() : invocation.parameters();
        listener.answered(
                request,
                progress.caller,
                new Outcome(service.name(), operation, parameters, status, errorCode, result));
    }

    /** How far a request came, for the log of one that was refused on the way. */
    private static final class Progress {
        private @Nullable Invocation invocation;
        private Caller caller = Caller.ANONYMOUS;
    }
}
