package io.catalogimport.cli;

import com.opencsv.CSVReaderHeaderAware;
import com.opencsv.exceptions.CsvException;
import io.catalogimport.sandbox.Call;
import io.catalogimport.sandbox.Sandbox;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A working directory, an AWS with some stacks, and a database: what someone has who runs the program. Everything in
 * it ends with it.
 */
public final class CommandLineScene implements AutoCloseable {
    static final String HEADER = "stack_arn,product_id,provisioning_artifact_id,provisioned_product_name";

    private final Path directory;
    private final OperatorDatabase database;
    private final Map<String, String> environment = new HashMap<>();
    private final List<Program> programs = new ArrayList<>();
    private final Sandbox sandbox;
    private volatile Duration passed = Duration.ZERO;

    /** The stacks of the account, each of which has a row in {@code mappings.csv}. */
    CommandLineScene(Path root, SceneStack... stacks) {
        this(root, new OperatorDatabase(), stacks);
    }

    public CommandLineScene(Path root, OperatorDatabase database, SceneStack... stacks) {
        this.database = database;
        try {
            this.directory = Files.createDirectory(root.resolve("work"));
            Files.createDirectory(root.resolve("output"));
            this.sandbox = Sandbox.builder()
                    .seed(seed(Files.createDirectory(root.resolve("seed")), stacks))
                    .clock(clock())
                    .start();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        environment.put("HOME", root.resolve("nobody").toString());
        environment.put("AWS_CONFIG_FILE", root.resolve("nothing").toString());
        environment.put("AWS_SHARED_CREDENTIALS_FILE", root.resolve("nothing").toString());
        environment.put("AWS_EC2_METADATA_DISABLED", "true");
        environment.put("AWS_ENDPOINT_URL", sandbox.endpoint().toString());
        environment.put("AWS_REGION", "eu-central-1");
        // Both are common in CI, and neither may change anything.
        environment.put("AWS_USE_FIPS_ENDPOINT", "");
        environment.put("CLICOLOR_FORCE", "1");
        environment.put("AWS_ACCESS_KEY_ID", SceneStack.ACCOUNT);
        environment.put("AWS_SECRET_ACCESS_KEY", Program.SECRET);
        environment.put("SPRING_DATASOURCE_URL", database.url());
        environment.put("SPRING_DATASOURCE_USERNAME", OperatorDatabase.USER);
        environment.put("SPRING_DATASOURCE_PASSWORD", Program.SECRET);
        mappingFile("mappings.csv", Stream.of(stacks).map(SceneStack::row).toArray(String[]::new));
    }

    /** Writes a mapping file of these rows. */
    Path mappingFile(String name, String... rows) {
        return file(name, HEADER + "\n" + String.join("\n", rows) + "\n");
    }

    Path file(String name, String content) {
        try {
            return Files.writeString(directory.resolve(name), content);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    String read(String file) {
        try {
            return Files.readString(directory.resolve(file));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    Path directory() {
        return directory;
    }

    public OperatorDatabase database() {
        return database;
    }

    /** Sets a variable of the environment of all later starts. */
    CommandLineScene set(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    CommandLineScene unset(String... variables) {
        environment.keySet().removeAll(List.of(variables));
        return this;
    }

    /** Runs the program to its end. */
    Program.Ended run(String... arguments) {
        return start(arguments).end();
    }

    public Program start(String... arguments) {
        Program program = Program.start(directory, environment, arguments);
        programs.add(program);
        return program;
    }

    /** Starts the program and waits until AWS is importing this stack and the ledger knows. */
    Program startUntilInProgress(String stack, String... arguments) {
        return start(arguments)
                .until("the import of " + stack, () -> importsOf(stack) > 0)
                .until(stack + " in progress", () -> database.state(stack).equals("IN_PROGRESS"));
    }

    /** In AWS. */
    void letTimePass(Duration time) {
        passed = passed.plus(time);
    }

    /** Lets AWS go wrong as this document says. */
    public void faults(String document) {
        sandbox.faults(document);
    }

    /** Where AWS is. */
    public URI endpoint() {
        return sandbox.endpoint();
    }

    public List<Call> calls() {
        return sandbox.calls();
    }

    /** How often AWS has been asked to import this stack. */
    long importsOf(String stack) {
        return calls().stream()
                .filter(call -> call.operation().equals("ImportAsProvisionedProduct"))
                .filter(call -> stack.equals(call.parameters().get("ProvisionedProductName")))
                .count();
    }

    /** How many of the processes that were started are still there. */
    public long running() {
        return programs.stream().filter(Program::isAlive).count();
    }

    /** The rows of results.csv, each by column. */
    public List<Map<String, String>> results() {
        List<Map<String, String>> rows = new ArrayList<>();
        try (Reader file = Files.newBufferedReader(directory.resolve("results/results.csv"));
                CSVReaderHeaderAware csv = new CSVReaderHeaderAware(file)) {
            Map<String, String> row = csv.readMap();
            while (row != null) {
                rows.add(row);
                row = csv.readMap();
            }
        } catch (IOException | CsvException e) {
            throw new AssertionError(e);
        }
        return rows;
    }

    /** The states of results.csv, in file order. */
    List<String> states() {
        return results().stream().map(row -> row.get("state")).toList();
    }

    @Override
    public void close() {
        programs.forEach(Program::close);
        sandbox.close();
    }

    private Clock clock() {
        InstantSource now = () -> Instant.now().plus(passed);
        return now.withZone(ZoneOffset.UTC);
    }

    private static Path seed(Path directory, SceneStack... stacks) throws IOException {
        Files.writeString(directory.resolve("queue.yaml"), "Resources: {Queue: {Type: AWS::SQS::Queue}}\n");
        Files.writeString(directory.resolve("other.yaml"), "Resources: {Topic: {Type: AWS::SNS::Topic}}\n");
        String regions = Stream.of(stacks).collect(Collectors.groupingBy(SceneStack::region)).entrySet().stream()
                .map(region -> region(region.getKey(), region.getValue()))
                .collect(Collectors.joining());
        return Files.writeString(
                directory.resolve("seed.yaml"), "accounts:\n  \"%s\":\n%s".formatted(SceneStack.ACCOUNT, regions));
    }

    private static String region(String name, List<SceneStack> stacks) {
        return """
                    %s:
                      stacks:
                %s
                      products:
                        - {name: queue, id: prod-queue, versions: [{name: one, id: pa-one, template: queue.yaml}]}
                      portfolios:
                        - {name: blocks, products: [queue]}
                """.formatted(
                name, stacks.stream().map(stack -> "        " + stack.seed()).collect(Collectors.joining("\n")));
    }
}
