package io.catalogimport.metrics;

import io.catalogimport.aws.AwsCall;
import io.catalogimport.aws.AwsCallListener;
import io.catalogimport.importing.ImportOutcome;
import io.catalogimport.ledger.MappingState;
import io.catalogimport.ledger.StateCounts;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The meters of a process. Their names are stored in other people's dashboards and alerts: renaming one breaks them.
 * Thread-safe.
 */
public final class RunMeters implements AwsCallListener {
    private static final Duration[] IMPORT_TIMES = {
        Duration.ofSeconds(10),
        Duration.ofSeconds(30),
        Duration.ofMinutes(1),
        Duration.ofMinutes(2),
        Duration.ofMinutes(5),
        Duration.ofMinutes(10),
        Duration.ofMinutes(20),
        Duration.ofMinutes(30),
        Duration.ofHours(1)
    };

    private static final Duration[] TURNAROUNDS = {
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofSeconds(2),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10),
        Duration.ofSeconds(30),
        Duration.ofMinutes(1),
        Duration.ofMinutes(5)
    };

    private final MeterRegistry registry;
    private final Map<MappingState, AtomicLong> rows = new EnumMap<>(MappingState.class);
    private final AtomicInteger active = new AtomicInteger();
    private final Set<String> closed = new HashSet<>();
    private Set<String> unresolved = Set.of();
    private final AtomicLong lastSuccess = new AtomicLong();

    public RunMeters(MeterRegistry registry) {
        this.registry = registry;
        Gauge.builder("catalog.import.lanes", active, AtomicInteger::get)
                .description(
                        "Lanes: active ones have an import under way in this process, in blocked ones nothing more begins")
                .tag("state", "active")
                .register(registry);
        Gauge.builder("catalog.import.lanes", this, RunMeters::blocked)
                .tag("state", "blocked")
                .register(registry);
        turnaround();
    }

    /** So many lanes have an import under way. */
    void active(int lanes) {
        active.set(lanes);
    }

    /** Imports begin, or begin again after an outage of the database: lanes that were left out are tried again. */
    void importingBegins() {
        synchronized (closed) {
            closed.clear();
        }
    }

    /** A lane has gone on with its next import. */
    void turnedAround(Duration gap) {
        turnaround().record(gap);
    }

    /** Work on an import has ended. */
    void importEnded(String lane, ImportOutcome outcome, Duration took) {
        if (outcome instanceof ImportOutcome.Imported) {
            imports("imported").record(took);
        } else if (outcome instanceof ImportOutcome.Failed) {
            imports("failed").record(took);
        } else if (outcome instanceof ImportOutcome.Unresolved) {
            imports("unresolved").record(took);
            close(lane);
        } else if (outcome instanceof ImportOutcome.Postponed) {
            close(lane);
        }
    }

    private Timer imports(String outcome) {
        return Timer.builder("catalog.import.imports")
                .description("How long imports took, from submission to the end that this process saw")
                .tag("outcome", outcome)
                .serviceLevelObjectives(IMPORT_TIMES)
                .register(registry);
    }

    private Timer turnaround() {
        return Timer.builder("catalog.import.turnaround")
                .description("From the end of an import to the beginning of the next one in its lane")
                .serviceLevelObjectives(TURNAROUNDS)
                .register(registry);
    }

    @Override
    public void ended(AwsCall call) {
        Timer.builder("catalog.import.aws.calls")
                .description("Calls to AWS, each with all its retries by the SDK")
                .tag("service", call.service())
                .tag("operation", call.operation())
                .tag("result", call.succeeded() ? "success" : "error")
                .register(registry)
                .record(call.took());
        // Both are there from the first call of a service on, so that their increase can be seen.
        count("catalog.import.aws.retries", "Attempts that the SDK made again", call.service(), call.retries());
        count("catalog.import.aws.throttles", "Attempts that AWS throttled", call.service(), call.throttled());
    }

    private void count(String name, String description, String service, int more) {
        Counter.builder(name)
                .description(description)
                .tag("service", service)
                .register(registry)
                .increment(more);
    }

    /** How the run stands in the ledger. */
    public void rows(StateCounts counts, Set<String> unresolvedLanes) {
        counts.withEveryState().forEach((state, number) -> rows(state).set(number));
        synchronized (closed) {
            unresolved = Set.copyOf(unresolvedLanes);
        }
    }

    private synchronized AtomicLong rows(MappingState state) {
        return rows.computeIfAbsent(state, each -> {
            AtomicLong number = new AtomicLong();
            Gauge.builder("catalog.import.rows", number, AtomicLong::get)
                    .description("Rows of the mapping file, by state")
                    .tag("state", each.name())
                    .register(registry);
            return number;
        });
    }

    /** A start of this mapping file ended with the exit code 0 at this time. */
    public void succeeded(Instant at) {
        lastSuccess.set(at.getEpochSecond());
        Gauge.builder("catalog.import.last.success.timestamp", lastSuccess, AtomicLong::get)
                .description("When a start with this mapping file last ended with the exit code 0")
                .baseUnit("seconds")
                .register(registry);
    }

    private void close(String lane) {
        synchronized (closed) {
            closed.add(lane);
        }
    }

    private int blocked() {
        synchronized (closed) {
            Set<String> all = new HashSet<>(closed);
            all.addAll(unresolved);
            return all.size();
        }
    }
}
