package io.catalogimport.chaos;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Several workers share a run, and are killed and replaced among faults and outages, until enough are killed and all have
 * ended. They keep to a limit, if there is one; what is left then is imported in peace. Then it is judged what is to be seen.
 */
final class SharedChaos implements AutoCloseable {
    private static final Duration LONGEST_PEACE = Duration.ofMinutes(10);
    private static final Duration LONGEST_LAG = Duration.ofSeconds(20);
    private static final Duration GLANCE = Duration.ofMillis(20);
    private static final int MOST_STARTS_IN_PEACE = 12;
    private static final int OUT_OF_BUDGET = 11;

    private final ChaosSettings settings;
    private final CrewSettings crew;
    private final Limit limit;
    private final Consumer<String> progress;
    private final StrikePlan plan;
    private final Surroundings surroundings;
    private final Scenery scenery;

    /** @param progress is told of each strike */
    SharedChaos(ChaosSettings settings, CrewSettings crew, Limit limit, Path directory, Consumer<String> progress) {
        this.settings = settings;
        this.crew = crew;
        this.limit = limit;
        this.progress = progress;
        this.plan = new StrikePlan(settings.seed(), crew);
        this.scenery = Scenery.wide(settings.seed(), crew);
        this.surroundings =
                new Surroundings(limit.allFail() ? scenery.failing() : scenery, settings.stacks(), directory);
    }

    SharedReport run() {
        long began = System.nanoTime();
        start(limit.options(), settings.kills());
        Begun begun = Begun.in(surroundings, limit);
        surroundings.faults(scenery.faults());
        for (int starts = 0; starts < MOST_STARTS_IN_PEACE && !isComplete(); starts++) {
            surroundings.endFaultsOfImports();
            start(List.of(), 0);
        }
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        return new SharedReport(crew, limit, begun, ChaosReport.of(settings, surroundings, took));
    }

    /** One start of the run, from its first worker to the end of its last one. */
    private void start(List<String> options, int kills) {
        List<String> command = new ArrayList<>(
                List.of("import", "mappings.csv", "--shared", "--lanes", Integer.toString(crew.lanesOfWorker())));
        command.addAll(options);
        Crew workers = new Crew(surroundings, command, usualCodes(options));
        workers.fill(crew.workers());
        while (surroundings.kills() < kills && !isOver(workers)) {
            strike(workers, plan.next());
        }
        long deadline = System.nanoTime() + LONGEST_PEACE.toNanos();
        while (!isOver(workers)) {
            workers.await(Duration.ofSeconds(1));
            note(workers);
            if (workers.alive() == 0 && !isOver(workers)) {
                workers.fill(crew.workers());
            }
            if (System.nanoTime() > deadline) {
                throw new AssertionError("The workers do not come to an end");
            }
        }
    }

    private Set<Integer> usualCodes(List<String> options) {
        Set<Integer> codes = new HashSet<>(Set.of(Exit.COMPLETE, Exit.INCOMPLETE, Exit.KILLED));
        if (!options.isEmpty()) {
            codes.add(limit.kind() == Limit.Kind.FAILURES ? OUT_OF_BUDGET : Exit.TRY_AGAIN);
        }
        return codes;
    }

    private void strike(Crew workers, Strike strike) {
        List<Long> victims = await(workers, strike);
        strike.outage().filter(Strike.Outage::beforeKill).ifPresent(outage -> stop(workers, outage));
        workers.kill(strike.victims(), victims);
        strike.outage().filter(outage -> !outage.beforeKill()).ifPresent(outage -> stop(workers, outage));
        strike.outage().ifPresent(outage -> {
            workers.await(outage.lasts());
            surroundings.postgres().start();
        });
        workers.await(strike.replacedAfter());
        note(workers);
        if (!isOver(workers)) {
            workers.fill(strike.crew());
        }
    }

    private void stop(Crew workers, Strike.Outage outage) {
        workers.mayEndWith(Exit.UNAVAILABLE);
        surroundings.postgres().stop(outage.mode());
    }

    /** Waits until some worker does what it is to be killed in, or there is no more time for that. */
    private List<Long> await(Crew workers, Strike strike) {
        if (strike.patient()) {
            waitWhile(LONGEST_LAG, () -> workers.alive() > 0 && isBehind());
        }
        List<Long> victims = new ArrayList<>();
        waitWhile(strike.within(), () -> {
            victims.addAll(strike.moment().processes(surroundings.database()));
            return victims.isEmpty() && workers.alive() > 0 && !isAhead();
        });
        return victims;
    }

    private void waitWhile(Duration longest, BooleanSupplier condition) {
        long deadline = System.nanoTime() + longest.toNanos();
        while (System.nanoTime() < deadline && condition.getAsBoolean()) {
            LockSupport.parkNanos(GLANCE.toNanos());
            surroundings.note(List.of());
        }
    }

    /** The last kill is to come before the last import. */
    private boolean isAhead() {
        return surroundings.begun() > share(surroundings.kills() + crew.workers());
    }

    /** Workers that die before they can do anything show little. */
    private boolean isBehind() {
        return surroundings.begun() < share(surroundings.kills());
    }

    /** How many imports are to be begun by that many kills. */
    private long share(long kills) {
        return kills * Math.min(settings.stacks(), limit.most()) / settings.kills();
    }

    private void note(Crew workers) {
        List<Exit> ended = workers.ended();
        surroundings.note(ended);
        if (!ended.isEmpty()) {
            progress.accept("%d starts, %d kills, %d of %d stacks begun; exit %s; %d at work"
                    .formatted(
                            surroundings.exits().size() + workers.alive(),
                            surroundings.kills(),
                            surroundings.begun(),
                            settings.stacks(),
                            ended.stream().map(Exit::code).toList(),
                            workers.alive()));
        }
    }

    /** The last worker has left, so the next process that starts begins again. */
    private boolean isOver(Crew workers) {
        return workers.alive() == 0 && Begun.hasEnded(surroundings.database().jdbc());
    }

    private boolean isComplete() {
        return surroundings.exits().stream().anyMatch(exit -> exit.ended().out().contains("Every row is imported."));
    }

    /** Nothing of it survives, however it ended. */
    @Override
    public void close() {
        surroundings.close();
    }
}
