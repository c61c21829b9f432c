package io.catalogimport.chaos;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * Runs the program, kills it and runs it again, among faults and outages, until enough processes are killed; then lets
 * it finish, and judges what is to be seen.
 */
final class Chaos implements AutoCloseable {
    private static final Duration SHORT_LIFE = Duration.ofSeconds(3);

    private static final int MOST_STARTS_IN_PEACE = 20;

    private final ChaosSettings settings;
    private final Consumer<String> progress;
    private final DisturbancePlan plan;
    private final Surroundings surroundings;

    /** @param progress is told of each round */
    Chaos(ChaosSettings settings, Path directory, Consumer<String> progress) {
        this.settings = settings;
        this.progress = progress;
        this.plan = new DisturbancePlan(settings.seed());
        this.surroundings = new Surroundings(Scenery.narrow(settings.seed()), settings.stacks(), directory);
    }

    ChaosReport run() {
        long began = System.nanoTime();
        while (surroundings.kills() < settings.kills() && !isComplete()) {
            note(new PlayedRound(surroundings).play(plan.next(longestLife())));
        }
        for (int starts = 0; starts < MOST_STARTS_IN_PEACE && !isComplete(); starts++) {
            note(new PlayedRound(surroundings).playInPeace(settings.patience()));
        }
        return ChaosReport.of(settings, surroundings, Duration.ofNanos(System.nanoTime() - began));
    }

    /** Nothing of it survives, however it ended. */
    @Override
    public void close() {
        surroundings.close();
    }

    private void note(List<Exit> ended) {
        surroundings.note(ended);
        if (ended.stream().anyMatch(exit -> exit.code() == Exit.INCOMPLETE)) {
            surroundings.endFaultsOfImports();
        }
        progress.accept("%d starts, %d kills, %d of %d stacks begun; exit %s"
                .formatted(
                        surroundings.exits().size(),
                        surroundings.kills(),
                        surroundings.begun(),
                        settings.stacks(),
                        ended.stream().map(Exit::code).toList()));
    }

    /** The last kill is to come before the last import: a process that has done too much gets less time. */
    private Duration longestLife() {
        boolean isAhead = surroundings.begun() * settings.kills() > surroundings.kills() * settings.stacks();
        return isAhead ? SHORT_LIFE : settings.longestLife();
    }

    private boolean isComplete() {
        return surroundings.exits().stream().anyMatch(exit -> exit.code() == Exit.COMPLETE);
    }
}
