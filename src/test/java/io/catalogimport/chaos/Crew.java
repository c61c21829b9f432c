package io.catalogimport.chaos;

import io.catalogimport.cli.Program;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The workers that share a run now. */
final class Crew {
    private static final List<List<String>> PATIENCE =
            List.of(List.of(), List.of("--wait", "30s"), List.of("--wait", "5s"));

    private final Surroundings surroundings;
    private final List<String> command;
    private final Set<Integer> usual;
    private final List<Worker> workers = new ArrayList<>();
    private int started;

    /** @param usual the exit codes that a worker may have whatever happens */
    Crew(Surroundings surroundings, List<String> command, Set<Integer> usual) {
        this.surroundings = surroundings;
        this.command = command;
        this.usual = usual;
    }

    /** @param expected the exit codes that it may have, after what has happened to it */
    private record Worker(Program program, Set<Integer> expected) {}

    /** Starts more until there are so many. */
    void fill(int size) {
        while (alive() < size) {
            List<String> arguments = new ArrayList<>(command);
            arguments.addAll(PATIENCE.get(started++ % PATIENCE.size()));
            workers.add(new Worker(surroundings.start(arguments.toArray(String[]::new)), new HashSet<>(usual)));
        }
    }

    long alive() {
        return workers.stream().filter(worker -> worker.program.isAlive()).count();
    }

    /** What happens now is a reason for all of them to end in this way. */
    void mayEndWith(int code) {
        workers.forEach(worker -> worker.expected.add(code));
    }

    /** Kills so many, those with these numbers first, then the oldest. */
    void kill(int victims, List<Long> preferred) {
        workers.stream()
                .map(Worker::program)
                .filter(Program::isAlive)
                .sorted((one, other) -> Boolean.compare(preferred.contains(other.pid()), preferred.contains(one.pid())))
                .limit(victims)
                .forEach(Program::kill);
    }

    /** Those that have ended since this was asked last. */
    List<Exit> ended() {
        List<Worker> gone =
                workers.stream().filter(worker -> !worker.program.isAlive()).toList();
        workers.removeAll(gone);
        return gone.stream()
                .map(worker -> new Exit(worker.program.end(), worker.expected))
                .toList();
    }

    /** Waits for so long, or until none is left. */
    void await(Duration time) {
        long began = System.nanoTime();
        for (Worker worker : workers) {
            worker.program.endsWithin(time.minusNanos(System.nanoTime() - began));
        }
    }
}
