package io.catalogimport.bench;

import io.catalogimport.sandbox.Call;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A mapping file, an AWS that has its stacks, and a database: what the program needs to be run. */
final class BenchScene implements AutoCloseable {
    /** For {@code --aws-rate}: validation may call the sandbox as often as it can. */
    static final String ANY_RATE = "100000";

    private final Workbench bench;
    private final SandboxProcess sandbox;
    private final BenchDatabase database;
    private final Path file;

    BenchScene(Workbench bench, SandboxProcess sandbox, BenchDatabase database, Path file) {
        this.bench = bench;
        this.sandbox = sandbox;
        this.database = database;
        this.file = file;
    }

    BenchDatabase database() {
        return database;
    }

    URI endpoint() {
        return sandbox.endpoint();
    }

    List<Call> calls() {
        return sandbox.calls();
    }

    JavaProcess.Consumption sandboxConsumption() {
        return sandbox.consumption();
    }

    /** Runs the program on the file until it ends well. */
    JavaProcess.Consumption run(String heap, String command, String... options) {
        return run(cpu -> {}, heap, command, options);
    }

    /** The same, with an eye on what the imports cost. */
    JavaProcess.Consumption run(Expenses expenses, String heap, String command, String... options) {
        return run(
                cpu -> database.expense(cpu, sandbox.consumption().cpu()).ifPresent(expenses::add),
                heap,
                command,
                options);
    }

    private JavaProcess.Consumption run(Consumer<Duration> also, String heap, String command, String... options) {
        List<String> arguments = new ArrayList<>(List.of(command, file.toString()));
        arguments.addAll(List.of(options));
        return bench.start(JavaProcess.start(bench.newDirectory(), heap, environment(), arguments))
                .untilItEnds(database::connections, also);
    }

    /** Starts the program on the file beside what runs already. */
    JavaProcess start(String heap, String command, String... options) {
        List<String> arguments = new ArrayList<>(List.of(command, file.toString()));
        arguments.addAll(List.of(options));
        return bench.start(JavaProcess.start(bench.newDirectory(), heap, environment(), arguments));
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(database.environment());
        environment.put("AWS_ENDPOINT_URL", sandbox.endpoint().toString());
        environment.put("AWS_REGION", "eu-central-1");
        environment.put("AWS_ACCESS_KEY_ID", LaneScenery.OWN_ACCOUNT);
        environment.put("AWS_SECRET_ACCESS_KEY", "secret");
        environment.put("AWS_EC2_METADATA_DISABLED", "true");
        return environment;
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
