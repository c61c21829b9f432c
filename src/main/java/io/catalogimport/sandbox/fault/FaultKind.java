package io.catalogimport.sandbox.fault;

import io.catalogimport.sandbox.wire.AuthenticatedCall;
import io.catalogimport.sandbox.wire.AwsError;
import io.catalogimport.sandbox.wire.Ending;
import io.catalogimport.sandbox.wire.Fault.Delay;
import io.catalogimport.sandbox.wire.Fault.Effect;
import io.catalogimport.sandbox.wire.Fault.LoseAnswer;
import io.catalogimport.sandbox.wire.Fault.Refuse;
import io.catalogimport.sandbox.wire.RefusedCallException;
import java.time.Duration;
import java.util.Optional;

/** One way for a call to go wrong. Some keep count, so each is used in one set of faults only. */
@FunctionalInterface
public interface FaultKind {

    /**
     * What happens to the call; empty if the fault lets it pass.
     *
     * @param roll from 0 to below 1, for what depends on chance
     */
    Optional<Effect> strike(AuthenticatedCall call, double roll);

    /** Refuses every call as one too many. */
    static FaultKind throttling() {
        return (call, roll) -> refuse(call.service().dialect().throttled());
    }

    /** Refuses the calls beyond a rate. */
    static FaultKind throttling(double ratePerSecond, long burst) {
        return new Throttling(ratePerSecond, burst);
    }

    /** The service fails (500). */
    static FaultKind failure() {
        return (call, roll) -> refuse(call.service().dialect().failed());
    }

    /** The service is not available (503). */
    static FaultKind unavailability() {
        return (call, roll) ->
                refuse(AwsError.SERVICE_UNAVAILABLE.because("Service is unable to handle request. Please try again."));
    }

    /** The caller may not do that. */
    static FaultKind denial() {
        return (call, roll) -> {
            String action = call.service().name() + ":" + call.invocation().operation();
            return refuse(call.service()
                    .dialect()
                    .denied()
                    .because("User: " + call.caller().arn() + " is not authorized to perform: " + action
                            + " because no identity-based policy allows the " + action + " action"));
        };
    }

    /** The caller's credentials are no longer good. */
    static FaultKind expiry() {
        return (call, roll) -> refuse(
                call.service().dialect().expired().because("The security token included in the request is expired"));
    }

    /** Any other error of AWS. */
    static FaultKind error(String code, int status, String message) {
        return (call, roll) -> refuse(new RefusedCallException(code, status, message));
    }

    /** The server's clock is ahead of the sandbox's, or behind where it is negative. */
    static FaultKind clockSkew(Duration ahead) {
        return new ClockSkew(ahead);
    }

    /** The call takes longer, anything between two times. */
    static FaultKind latency(Duration shortest, Duration longest) {
        return (call, roll) -> {
            double extra = longest.minus(shortest).toNanos() * roll;
            return Optional.of(new Delay(shortest.plusNanos((long) extra)));
        };
    }

    /** The client gets no answer. */
    static FaultKind lostAnswer(Ending ending) {
        return (call, roll) -> Optional.of(new LoseAnswer(ending));
    }

    private static Optional<Effect> refuse(RefusedCallException refusal) {
        return Optional.of(new Refuse(refusal, null));
    }
}
