package io.catalogimport.chaos;

import io.catalogimport.cli.CommandLineScene;
import io.catalogimport.cli.OperatorDatabase;
import io.catalogimport.cli.Program;
import io.catalogimport.cli.SceneStack;
import io.catalogimport.sandbox.Call;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the program meets: a file, an AWS that misbehaves, a PostgreSQL that can go away; and what is seen of it there. */
final class Surroundings implements AutoCloseable {
    private final List<SceneStack> stacks;
    private final RestartablePostgres postgres;
    private final CommandLineScene scene;
    private final Account account;
    private final CallWitness witness = new CallWitness();
    private final List<Exit> exits = new ArrayList<>();

    Surroundings(Scenery scenery, int stacks, Path directory) {
        this.stacks = scenery.stacks(stacks);
        this.postgres = new RestartablePostgres(directory.resolve("postgresql"));
        this.scene = new CommandLineScene(
                directory, OperatorDatabase.on(postgres.jdbcUrl()), this.stacks.toArray(SceneStack[]::new));
        this.account = new Account(scene.endpoint(), scenery.regions());
        scene.faults(scenery.faults());
    }

    Program start(String... arguments) {
        return scene.start(arguments);
    }

    RestartablePostgres postgres() {
        return postgres;
    }

    OperatorDatabase database() {
        return scene.database();
    }

    List<Call> latestCalls() {
        return scene.calls();
    }

    /** From now on, AWS misbehaves in this way instead. */
    void faults(String document) {
        scene.faults(document);
    }

    /** Keeps how processes have ended, and what AWS has seen until now. */
    void note(List<Exit> ended) {
        exits.addAll(ended);
        witness.see(scene.calls());
    }

    /** Does what the program says of a failed import, so that it can be tried again. */
    void endFaultsOfImports() {
        account.endFaultsOfImports();
    }

    List<Exit> exits() {
        return List.copyOf(exits);
    }

    long kills() {
        return exits.stream().filter(exit -> exit.code() == Exit.KILLED).count();
    }

    /** How many stacks AWS was asked to import, whatever became of that. */
    long begun() {
        return submissions().stream().map(Submission::stack).distinct().count();
    }

    List<Call> calls() {
        return witness.calls();
    }

    /** How many processes are still there. */
    long running() {
        return scene.running();
    }

    private List<Submission> submissions() {
        return Submission.in(witness.calls(), stacks);
    }

    Evidence evidence() {
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
                statuses("select status from batch_job_execution"
                        + " order by exit_code <> 'RECOVERED', end_time, job_execution_id"),
                statuses("select status from batch_step_execution order by step_execution_id"));
    }

    private List<String> statuses(String query) {
        return database().jdbc().sql(query).query(String.class).list();
    }

    /** Nothing of it survives, however it ended. */
    @Override
    public void close() {
        try (postgres;
                account) {
            scene.close();
        }
    }
}
