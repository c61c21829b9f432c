package io.catalogimport.chaos;

import io.catalogimport.cli.CommandLineScene;
import io.catalogimport.cli.OperatorDatabase;
import io.catalogimport.cli.SceneStack;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    private final List<SceneStack> stacks;
    private final DisturbancePlan plan;
    private final RestartablePostgres postgres;
    private final CommandLineScene scene;
    private final Account account;
    private final CallWitness witness = new CallWitness();
    private final List<Exit> exits = new ArrayList<>();

    /** @param progress is told of each round */
    Chaos(ChaosSettings settings, Path directory, Consumer<String> progress) {
        this.settings = settings;
        this.progress = progress;
        this.stacks = Scenery.stacks(settings.seed(), settings.stacks());
        this.plan = new DisturbancePlan(settings.seed());
        this.postgres = new RestartablePostgres(directory.resolve("postgresql"));
        this.scene = new CommandLineScene(
                directory, OperatorDatabase.on(postgres.jdbcUrl()), stacks.toArray(SceneStack[]::new));
        this.account = new Account(scene.endpoint(), Scenery.regions());
        scene.faults(Scenery.faults(settings.seed()));
    }

    ChaosReport run() {
        long began = System.nanoTime();
        while (kills() < settings.kills() && !isComplete()) {
            note(new PlayedRound(scene, postgres).play(plan.next(longestLife())));
        }
        for (int starts = 0; starts < MOST_STARTS_IN_PEACE && !isComplete(); starts++) {
            note(new PlayedRound(scene, postgres).playInPeace(settings.patience()));
        }
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        return new ChaosReport(
                settings, exits, postgres.stops(), witness.calls(), Verdict.of(evidence()), scene.running(), took);
    }

    /** Nothing of it survives, however it ended. */
    @Override
    public void close() {
        try (postgres;
                account) {
            scene.close();
        }
    }

    private void note(List<Exit> ended) {
        exits.addAll(ended);
        witness.see(scene.calls());
        if (ended.stream().anyMatch(exit -> exit.code() == Exit.INCOMPLETE)) {
            account.mendFailedImports();
        }
        progress.accept("%d starts, %d kills, %d of %d stacks begun; exit %s"
                .formatted(
                        exits.size(),
                        kills(),
                        begun(),
                        settings.stacks(),
                        ended.stream().map(Exit::code).toList()));
    }

    /** The last kill is to come before the last import: whoever is too far on lives shorter. */
    private Duration longestLife() {
        boolean isAhead = begun() * settings.kills() > kills() * settings.stacks();
        return isAhead ? SHORT_LIFE : settings.longestLife();
    }

    private boolean isComplete() {
        return exits.stream().anyMatch(exit -> exit.code() == Exit.COMPLETE);
    }

    private long kills() {
        return exits.stream().filter(exit -> exit.code() == Exit.KILLED).count();
    }

    private long begun() {
        return submissions().stream().map(Submission::stack).distinct().count();
    }

    private List<Submission> submissions() {
        return Submission.in(witness.calls(), stacks);
    }

    private Evidence evidence() {
        Map<String, ImportRecord> records = new HashMap<>();
        for (Submission submission : submissions()) {
            String recordId = submission.recordId();
            if (recordId != null) {
                records.computeIfAbsent(
                        recordId, id -> account.record(submission.stack().region(), id));
            }
        }
        return new Evidence(
                stacks,
                submissions(),
                records,
                scene.results(),
                scene.database().executions(),
                scene.database()
                        .jdbc()
                        .sql("select status from batch_step_execution order by step_execution_id")
                        .query(String.class)
                        .list());
    }
}
