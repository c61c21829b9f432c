package io.catalogimport.status;

import io.catalogimport.aws.StackArn;
import io.catalogimport.database.LockHolder;
import io.catalogimport.ledger.LockNames;
import io.catalogimport.ledger.MappingState;
import io.catalogimport.ledger.RunFigures;
import io.catalogimport.ledger.RunFigures.InFlight;
import io.catalogimport.ledger.RunFigures.LaneCount;
import io.catalogimport.ledger.Workers.Held;
import io.catalogimport.status.RunDetail.BlockedLane;
import io.catalogimport.status.RunDetail.ImportFacts;
import io.catalogimport.status.RunDetail.LaneFacts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The lanes of a run: what is done in them, what is in the way, and when they will be done. */
final class RunLanes {
    /** With fewer imports of its own, a lane is taken to be like the others. */
    private static final int ENOUGH_IMPORTS = 3;

    private final RunOverview run;
    private final LastStart start;
    private final List<InFlight> inFlight;
    private final Map<String, Lane> lanes;
    private final Map<String, Pace> paces = new TreeMap<>();
    private final Map<String, String> reasons;
    private final @Nullable Pace usual;

    /** The rows of a lane. */
    private record Lane(String name, List<LaneCount> counts) {
        int first() {
            return counts.stream().mapToInt(LaneCount::first).min().orElse(0);
        }

        long of(MappingState state) {
            return counts.stream()
                    .filter(count -> count.state() == state)
                    .mapToLong(LaneCount::rows)
                    .sum();
        }

        long total() {
            return counts.stream().mapToLong(LaneCount::rows).sum();
        }

        long waiting() {
            return of(MappingState.STAGED) + of(MappingState.READY);
        }

        /** Of the rows that wait, those that the start that is under way may work on. */
        long chosen() {
            return counts.stream()
                    .filter(count -> count.state() == MappingState.STAGED || count.state() == MappingState.READY)
                    .mapToLong(LaneCount::selected)
                    .sum();
        }
    }

    /** What the ledger has of the lanes. */
    record Found(
            List<LaneCount> counts,
            List<RunFigures.Pace> paces,
            List<InFlight> inFlight,
            List<Held> locks,
            List<Duration> earlier) {}

    RunLanes(RunOverview run, LastStart start, Found found) {
        this.run = run;
        this.start = start;
        this.inFlight = found.inFlight();
        this.lanes = found.counts().stream().collect(Collectors.groupingBy(LaneCount::lane)).entrySet().stream()
                .map(lane -> new Lane(lane.getKey(), lane.getValue()))
                .sorted(Comparator.comparingInt(Lane::first))
                .collect(Collectors.toMap(Lane::name, lane -> lane, (one, other) -> one, LinkedHashMap::new));
        Pace ofRun = null;
        for (RunFigures.Pace pace : found.paces()) {
            Pace seen = new Pace(pace.imports(), pace.meanSeconds(), pace.variance(), pace.median());
            if (pace.lane() == null) {
                ofRun = seen;
            } else {
                paces.put(pace.lane(), seen);
            }
        }
        this.usual = ofRun != null ? ofRun : found.earlier().isEmpty() ? null : Pace.of(found.earlier());
        this.reasons = reasons(found.locks());
    }

    /** The lanes, those with something to do first. */
    List<LaneFacts> facts(Instant now) {
        Optional<Schedule> schedule = isAtWork() ? schedule(now) : Optional.empty();
        return lanes.values().stream()
                .map(lane -> facts(lane, schedule, now))
                .sorted(Comparator.comparing(lane -> lane.waiting() == 0 && lane.current() == null))
                .toList();
    }

    private LaneFacts facts(Lane lane, Optional<Schedule> schedule, Instant now) {
        Pace own = paces.get(lane.name());
        return new LaneFacts(
                lane.name(),
                lane.total(),
                MappingState.SETTLED.stream().mapToLong(lane::of).sum(),
                lane.of(MappingState.FAILED) + lane.of(MappingState.REJECTED),
                lane.waiting(),
                current(lane.name()).map(RunLanes::facts).orElse(null),
                own == null ? null : Math.round(own.median().toMillis() / 1000.0),
                schedule.filter(plan -> plan.has(lane.name()))
                        .map(plan -> now.plusSeconds(Math.round(plan.end(lane.name()))))
                        .orElse(null));
    }

    /** The imports of this run. */
    List<ImportFacts> inFlight() {
        return inFlight.stream().filter(InFlight::own).map(RunLanes::facts).toList();
    }

    private Optional<InFlight> current(String lane) {
        return inFlight.stream()
                .filter(entry -> entry.own() && entry.lane().equals(lane))
                .findFirst();
    }

    private static ImportFacts facts(InFlight entry) {
        return new ImportFacts(
                entry.line(),
                entry.lane(),
                entry.stackArn(),
                entry.state(),
                entry.startedAt(),
                entry.remark().code(),
                entry.remark().message());
    }

    /** The lanes in which rows wait and nothing more begins. */
    List<BlockedLane> blocked() {
        return lanes.values().stream()
                .flatMap(lane -> Stream.ofNullable(reasons.get(lane.name()))
                        .map(reason -> new BlockedLane(lane.name(), lane.waiting(), reason)))
                .toList();
    }

    /** By lane, why nothing more begins in it. */
    private Map<String, String> reasons(List<Held> locks) {
        Map<String, String> found = new LinkedHashMap<>();
        for (InFlight entry : inFlight) {
            if (!entry.own()
                    || entry.state() == MappingState.UNRESOLVED
                    || entry.state() == MappingState.RELEASING
                    || !entry.remark().code().isEmpty()) {
                found.putIfAbsent(entry.lane(), reason(entry));
            }
        }
        for (Held lock : locks) {
            if (LockNames.isLane(lock.name()) && !isWorker(lock.process())) {
                found.putIfAbsent(LockNames.laneOf(lock.name()), reason(lock.process()));
            }
        }
        return found;
    }

    private boolean isWorker(LockHolder process) {
        return run.workers().stream()
                .anyMatch(worker ->
                        worker.process() == process.process() && worker.host().equals(process.host()));
    }

    private static String reason(InFlight entry) {
        String stack = StackArn.parse(entry.stackArn()).map(StackArn::stackName).orElse("-");
        String why = entry.remark().code().isEmpty()
                ? ""
                : " (%s: %s)".formatted(entry.remark().code(), entry.remark().message());
        return "line %d of %s, stack %s, is %s%s".formatted(entry.line(), entry.file(), stack, entry.state(), why);
    }

    private static String reason(LockHolder process) {
        return "process %d on host %s works in it, for file %s"
                .formatted(process.process(), process.host(), process.file());
    }

    /** When all that can go on is done. */
    Optional<Forecast> forecast(Instant now) {
        return schedule(now).map(plan -> {
            boolean isUnderWay = !run.workers().isEmpty() && run.startedAt() != null;
            Duration spent = isUnderWay ? Duration.between(run.startedAt(), now) : Duration.ZERO;
            Forecast forecast = Forecast.of(plan, imports(), usual == null ? 0 : usual.imports(), spent);
            return isAtWork() ? forecast.from(now) : forecast;
        });
    }

    private boolean isAtWork() {
        return run.state() == RunState.RUNNING;
    }

    private long imports() {
        return open().stream()
                .mapToLong(lane -> waiting(lane) + (current(lane.name()).isPresent() ? 1 : 0))
                .sum();
    }

    private Optional<Schedule> schedule(Instant now) {
        if (usual == null || imports() == 0) {
            return Optional.empty();
        }
        Map<String, Amount> work = new LinkedHashMap<>();
        open().stream()
                .sorted(Comparator.comparing(lane -> current(lane.name()).isEmpty()))
                .forEach(lane -> work.put(lane.name(), work(lane, usual, now)));
        return Optional.of(new Schedule(work, start.lanes()));
    }

    private Amount work(Lane lane, Pace pace, Instant now) {
        Pace own = paces.getOrDefault(lane.name(), pace);
        Pace known = own.imports() < ENOUGH_IMPORTS ? pace : own;
        Amount rest = current(lane.name())
                .map(entry -> known.rest(
                        entry.startedAt() == null ? Duration.ZERO : Duration.between(entry.startedAt(), now)))
                .orElse(Amount.NOTHING);
        return known.of(waiting(lane)).plus(rest);
    }

    /** The lanes that are not blocked and have something to do. */
    private List<Lane> open() {
        if (start.wholeFile() && !reasons.isEmpty()) {
            return List.of();
        }
        List<Lane> open = new ArrayList<>(lanes.values());
        open.removeIf(lane -> reasons.containsKey(lane.name())
                || (waiting(lane) == 0 && current(lane.name()).isEmpty()));
        return open;
    }

    private long waiting(Lane lane) {
        return isAtWork() ? lane.chosen() : lane.waiting();
    }
}
