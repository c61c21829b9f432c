package io.catalogimport.sandbox.seed;

import io.catalogimport.sandbox.fault.FaultKind;
import io.catalogimport.sandbox.wire.Ending;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What faults there are and what each needs to know.
 *
 * @param keys the keys of its own
 */
record FaultKindReader(List<String> keys, Function<SeedNode, FaultKind> reader) {
    static final Map<String, FaultKindReader> BY_NAME = byName();

    FaultKind read(SeedNode node) {
        return reader.apply(node);
    }

    private static Map<String, FaultKindReader> byName() {
        Map<String, FaultKindReader> kinds = new LinkedHashMap<>();
        kinds.put("throttle", new FaultKindReader(List.of("rate", "burst"), FaultKindReader::throttling));
        kinds.put("internal-failure", plain(FaultKind::failure));
        kinds.put("service-unavailable", plain(FaultKind::unavailability));
        kinds.put("error", new FaultKindReader(List.of("code", "status", "message"), FaultKindReader::error));
        kinds.put("deny", plain(FaultKind::denial));
        kinds.put("expire", plain(FaultKind::expiry));
        kinds.put("clock-skew", new FaultKindReader(List.of("ahead", "behind"), FaultKindReader::clockSkew));
        kinds.put("latency", new FaultKindReader(List.of("min", "max"), FaultKindReader::latency));
        kinds.put("unreachable", plain(() -> FaultKind.lostAnswer(Ending.CUT_BEFORE)));
        kinds.put("cut-before", plain(() -> FaultKind.lostAnswer(Ending.CUT_BEFORE)));
        kinds.put("cut-after", plain(() -> FaultKind.lostAnswer(Ending.CUT_AFTER)));
        kinds.put("hang-before", plain(() -> FaultKind.lostAnswer(Ending.HUNG_BEFORE)));
        kinds.put("hang-after", plain(() -> FaultKind.lostAnswer(Ending.HUNG_AFTER)));
        return kinds;
    }

    private static FaultKindReader plain(Supplier<FaultKind> kind) {
        return new FaultKindReader(List.of(), node -> kind.get());
    }

    private static FaultKind throttling(SeedNode node) {
        if (node.find("rate").isEmpty()) {
            node.find("burst").ifPresent(burst -> {
                throw burst.wrong("means nothing without a rate");
            });
            return FaultKind.throttling();
        }
        return FaultKind.throttling(node.number("rate", 0), node.whole("burst", 1));
    }

    private static FaultKind error(SeedNode node) {
        long status = node.whole("status", 400);
        if (status < 400 || status > 599) {
            throw node.wrong("status must be from 400 to 599");
        }
        return FaultKind.error(node.text("code"), (int) status, node.text("message", "A seeded error."));
    }

    private static FaultKind clockSkew(SeedNode node) {
        Duration ahead = node.duration("ahead");
        Duration behind = node.duration("behind");
        if ((ahead == null) == (behind == null)) {
            throw node.wrong("a skewed clock is either ahead or behind");
        }
        return FaultKind.clockSkew(
                ahead == null ? Objects.requireNonNull(behind).negated() : ahead);
    }

    private static FaultKind latency(SeedNode node) {
        Duration shortest = Objects.requireNonNullElse(node.duration("min"), Duration.ZERO);
        Duration longest = node.duration("max");
        if (longest == null) {
            throw node.wrong("max is missing");
        }
        if (longest.compareTo(shortest) < 0) {
            throw node.wrong("max is less than min");
        }
        return FaultKind.latency(shortest, longest);
    }
}
