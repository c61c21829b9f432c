package io.catalogimport.sandbox.fault;

import io.catalogimport.sandbox.wire.AuthenticatedCall;
import io.catalogimport.sandbox.wire.Caller;
import io.catalogimport.sandbox.wire.Fault.Effect;
import io.catalogimport.sandbox.wire.Fault.Refuse;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** AWS's limit on the rate of calls: each account, region and service has a bucket of tokens of its own. */
final class Throttling implements FaultKind {
    private final double ratePerSecond;
    private final long burst;
    private final Map<String, TokenBucket> buckets = new HashMap<>();

    Throttling(double ratePerSecond, long burst) {
        this.ratePerSecond = ratePerSecond;
        this.burst = burst;
    }

    @Override
    public Optional<Effect> strike(AuthenticatedCall call, double roll) {
        Caller caller = call.caller();
        Instant now = call.invocation().request().at();
        boolean taken = buckets.computeIfAbsent(
                        caller.account() + "/" + caller.region() + "/"
                                + call.service().name(),
                        name -> new TokenBucket(ratePerSecond, burst, now))
                .take(now);
        return taken
                ? Optional.empty()
                : Optional.of(new Refuse(call.service().dialect().throttled(), null));
    }
}
