package io.catalogimport.aws;

import io.catalogimport.aws.AwsBusyException.Reason;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says once when AWS has stopped answering in a region, or only fails, and once when it answers again, however many calls
 * there are meanwhile. A short break is not worth a word. Thread-safe.
 */
final class AwsSilence {
    private static final Logger log = LoggerFactory.getLogger(AwsSilence.class);
    private static final Duration WORTH_A_WORD = Duration.ofSeconds(10);

    private final Clock clock;
    private final Map<String, Silence> byRegion = new HashMap<>();

    AwsSilence(Clock clock) {
        this.clock = clock;
    }

    private static final class Silence {
        private final Instant since;
        private final Set<Lane> lanes = new HashSet<>();
        private boolean isSaid;

        Silence(Instant since) {
            this.since = since;
        }
    }

    /** Makes the call, and notices whether there is an answer. A refusal is an answer. */
    <T> T watched(Lane lane, Supplier<T> call) {
        Instant began = clock.instant();
        try {
            T answer = call.get();
            answered(lane);
            return answer;
        } catch (AwsBusyException e) {
            if (e.reason() == Reason.UNAVAILABLE || e.reason() == Reason.NOT_CONNECTED) {
                unanswered(lane, began, e);
            } else {
                answered(lane);
            }
            throw e;
        } catch (AwsDeniedException | AwsRefusedException e) {
            answered(lane);
            throw e;
        }
    }

    private synchronized void answered(Lane lane) {
        Silence over = byRegion.remove(lane.region());
        if (over != null && over.isSaid) {
            log.warn(
                    "AWS answers again in {}, after {} s",
                    lane.region(),
                    Duration.between(over.since, clock.instant()).toSeconds());
        }
    }

    private synchronized void unanswered(Lane lane, Instant began, AwsBusyException reason) {
        Silence silence = byRegion.computeIfAbsent(lane.region(), region -> new Silence(began));
        silence.lanes.add(lane);
        if (!silence.isSaid && !clock.instant().isBefore(silence.since.plus(WORTH_A_WORD))) {
            silence.isSaid = true;
            log.warn(
                    "AWS {} since {} ({}, {} {}). The calls are repeated. The last one: {}",
                    reason.requestId().isEmpty() ? "has not answered" : "has only failed",
                    silence.since.truncatedTo(ChronoUnit.SECONDS),
                    lane.region(),
                    silence.lanes.size(),
                    silence.lanes.size() == 1 ? "lane" : "lanes",
                    reason.getMessage());
        }
    }
}
