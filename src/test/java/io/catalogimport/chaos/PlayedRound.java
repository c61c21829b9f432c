package io.catalogimport.chaos;

import io.catalogimport.chaos.Disturbance.Kind;
import io.catalogimport.chaos.DisturbancePlan.Beginning;
import io.catalogimport.chaos.DisturbancePlan.Round;
import io.catalogimport.cli.Program;
import io.catalogimport.sandbox.Call;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** One start of the program and what happens to it, until nothing of it runs any more. */
final class PlayedRound {
    private static final Duration GLANCE = Duration.ofMillis(20);

    private final Surroundings surroundings;
    private final List<Program> programs = new ArrayList<>();

    PlayedRound(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** Starts the program and lets all this happen; what comes after the last process has ended comes at once. */
    List<Exit> play(Round round) {
        List<Call> before = surroundings.latestCalls();
        start();
        round.lead().ifPresent(lead -> {
            await(lead);
            start();
        });
        awaitBeginning(
                round.beginning(),
                before.isEmpty() ? 0 : before.get(before.size() - 1).sequence());
        long began = System.nanoTime();
        for (Disturbance disturbance : round.disturbances()) {
            await(disturbance.at().minusNanos(System.nanoTime() - began));
            happen(disturbance.kind());
        }
        return exits(expected(round));
    }

    /** Lets the program do its work to the end, unless that takes longer than there is patience. */
    List<Exit> playInPeace(Duration patience) {
        start();
        await(patience);
        happen(Kind.KILL_FIRST);
        return exits(Set.of(Exit.COMPLETE, Exit.INCOMPLETE));
    }

    private void start() {
        programs.add(surroundings.start("import", "mappings.csv"));
    }

    private List<Exit> exits(Set<Integer> expected) {
        return programs.stream()
                .map(program -> new Exit(program.end(), expected))
                .toList();
    }

    /** Waits until one of the processes does that for the first time, or all have ended without. */
    private void awaitBeginning(Beginning beginning, long lastCallBefore) {
        while (!hasBegun(beginning, lastCallBefore) && programs.stream().anyMatch(Program::isAlive)) {
            await(GLANCE);
        }
    }

    private boolean hasBegun(Beginning beginning, long lastCallBefore) {
        Stream<Call> calls = surroundings.latestCalls().stream().filter(call -> call.sequence() > lastCallBefore);
        return switch (beginning) {
            case STARTS -> true;
            case ASKS_AWS -> calls.findAny().isPresent();
            case SUBMITS_IMPORT -> calls.anyMatch(Submission::isOne);
        };
    }

    /** Waits for so long, or until nothing runs any more. */
    private void await(Duration time) {
        long began = System.nanoTime();
        for (Program program : programs) {
            program.endsWithin(time.minusNanos(System.nanoTime() - began));
        }
    }

    private void happen(Kind kind) {
        switch (kind) {
            case KILL_FIRST -> programs.get(0).kill();
            case KILL_SECOND -> programs.get(1).kill();
            case STOP_POSTGRES_FAST -> surroundings.postgres().stop(RestartablePostgres.StopMode.FAST);
            case STOP_POSTGRES_IMMEDIATELY -> surroundings.postgres().stop(RestartablePostgres.StopMode.IMMEDIATE);
            case START_POSTGRES -> surroundings.postgres().start();
        }
    }

    private static Set<Integer> expected(Round round) {
        Set<Integer> expected = new HashSet<>(Set.of(Exit.COMPLETE, Exit.INCOMPLETE, Exit.KILLED));
        if (round.disturbances().stream()
                .anyMatch(disturbance -> disturbance.kind().stopsPostgres())) {
            expected.add(Exit.UNAVAILABLE);
        }
        if (round.lead().isPresent()) {
            expected.add(Exit.TRY_AGAIN);
        }
        return expected;
    }
}
