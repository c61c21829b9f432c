package io.catalogimport.sandbox.fault;

import io.catalogimport.sandbox.wire.AuthenticatedCall;
import io.catalogimport.sandbox.wire.Fault.Effect;
import io.catalogimport.sandbox.wire.Fault.Refuse;
import io.catalogimport.sandbox.wire.RefusedCallException;
import io.catalogimport.sandbox.wire.Request;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * A server whose clock differs from the client's: it refuses what was signed more than five minutes from its own time,
 * and its answer's Date shows that time, from which an SDK learns what time to sign with.
 */
final class ClockSkew implements FaultKind {
    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final DateTimeFormatter SIGNING_TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final Duration ahead;

    ClockSkew(Duration ahead) {
        this.ahead = ahead;
    }

    @Override
    public Optional<Effect> strike(AuthenticatedCall call, double roll) {
        Request request = call.invocation().request();
        Instant now = request.at().plus(ahead);
        return signedAt(request)
                .filter(time -> Duration.between(time, now).abs().compareTo(TOLERANCE) > 0)
                .map(time -> new Refuse(refusal(call, time, now), now));
    }

    private static RefusedCallException refusal(AuthenticatedCall call, Instant signed, Instant now) {
        boolean isLate = signed.isBefore(now);
        Instant limit = isLate ? now.minus(TOLERANCE) : now.plus(TOLERANCE);
        return call.service()
                .dialect()
                .skewed()
                .because((isLate ? "Signature expired: " : "Signature not yet current: ")
                        + SIGNING_TIME.format(signed)
                        + (isLate ? " is now earlier than " : " is still later than ")
                        + SIGNING_TIME.format(limit) + " (" + SIGNING_TIME.format(now)
                        + (isLate ? " - 5 min.)" : " + 5 min.)"));
    }

    private static Optional<Instant> signedAt(Request request) {
        try {
            return request.header("X-Amz-Date")
                    .or(() -> request.queryParameter("X-Amz-Date"))
                    .map(text -> SIGNING_TIME.parse(text, Instant::from));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
