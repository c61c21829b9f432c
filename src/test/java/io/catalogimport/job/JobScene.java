package io.catalogimport.job;

import io.catalogimport.aws.FakeTime;
import io.catalogimport.aws.Pause;
import io.catalogimport.aws.PrincipalArn;
import io.catalogimport.database.PostgresDatabase;
import io.catalogimport.handover.NewOwner;
import io.catalogimport.importing.Completion;
import io.catalogimport.launch.HandedOverRow;
import io.catalogimport.launch.HandingOver;
import io.catalogimport.launch.HandoverConfiguration;
import io.catalogimport.launch.HandoverResult;
import io.catalogimport.launch.HandoverSettings;
import io.catalogimport.launch.OperatorDesk.RunName;
import io.catalogimport.launch.Resolution;
import io.catalogimport.launch.RunConfiguration;
import io.catalogimport.launch.RunLauncher;
import io.catalogimport.launch.RunResult;
import io.catalogimport.launch.UndoConfiguration;
import io.catalogimport.launch.UndoPlan;
import io.catalogimport.launch.UndoResult;
import io.catalogimport.launch.UndoSettings;
import io.catalogimport.launch.Undoing;
import io.catalogimport.launch.UndoneRow;
import io.catalogimport.ledger.MappingState;
import io.catalogimport.ledger.NameScope;
import io.catalogimport.ledger.ReleaseChoice;
import io.catalogimport.ledger.Selection;
import io.catalogimport.mapping.MappingFile;
import io.catalogimport.run.AwsOptions;
import io.catalogimport.run.FailureBudget;
import io.catalogimport.run.ImportLimits;
import io.catalogimport.run.ImportWindow;
import io.catalogimport.run.LaneOptions;
import io.catalogimport.run.RunCommand;
import io.catalogimport.run.RunOptions;
import io.catalogimport.run.RunProgress;
import io.catalogimport.run.StopRequest;
import io.catalogimport.sandbox.Call;
import io.catalogimport.sandbox.Sandbox;
import io.catalogimport.validation.CheckSettings;
import io.catalogimport.validation.TemplateCheck;
import io.catalogimport.validation.WarningSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionService;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.servicecatalog.ServiceCatalogClient;
import software.amazon.awssdk.services.servicecatalog.model.PropertyKey;
import software.amazon.awssdk.services.servicecatalog.model.ProvisionedProductAttribute;

/**
 * A sandbox with stacks, a mapping file for them and a real database, on which the whole job can be run as often as
 * wanted. Waiting takes no time: the job and the sandbox have one clock, which every wait moves on.
 */
final class JobScene implements AutoCloseable {
    static final String ACCOUNT = "111122223333";
    static final String REGION = "eu-central-1";

    final FakeTime time = new FakeTime();
    final RecordedProgress progress = new RecordedProgress();
    private final PostgresDatabase database;
    private final Path directory;
    private final Sandbox sandbox;
    private final ServiceCatalogClient catalog;
    private final CloudFormationClient stacks;
    private final List<String> rows = new ArrayList<>();
    private Instant startedAt = FakeTime.START;
    private StopRequest stop = new StopRequest();
    private volatile Pause waiting = time;
    private final List<UndoneRow> undone = new CopyOnWriteArrayList<>();
    private final List<HandedOverRow> handedOver = new CopyOnWriteArrayList<>();

    /** The columns of the file. */
    String header = "stack_arn,product_id,provisioning_artifact_id,provisioned_product_name";

    RunCommand command = RunCommand.IMPORT;
    Completion completion = Completion.STACK;
    TemplateCheck templateCheck = TemplateCheck.STRICT;
    WarningSettings warnings = WarningSettings.NONE;
    NameScope nameScope = NameScope.REGION;
    boolean strict;
    boolean again;
    boolean adopt;
    Optional<FailureBudget> failureBudget = Optional.empty();
    Optional<Integer> limit = Optional.empty();
    Optional<Instant> endBy = Optional.empty();
    ImportWindow window = ImportWindow.ALWAYS;
    Selection selection = Selection.ALL;
    AwsOptions aws = AwsOptions.DEFAULT;
    LaneOptions lanes = LaneOptions.ONE_AT_A_TIME;
    Duration lockWait = Duration.ZERO;
    Duration unchangedAfter = Duration.ofMinutes(5);
    /** How many rows the user lets undo release. */
    long agreed = Long.MAX_VALUE;
    /** What happens when undo has come to the end of a row. */
    Consumer<UndoneRow> whenUndone = row -> {};
    /** More that the application is given before it starts. */
    Consumer<GenericApplicationContext> also = context -> {};

    JobScene(PostgresDatabase database, Path directory, String seed) throws IOException {
        this.database = database;
        this.directory = directory;
        Files.writeString(directory.resolve("queue.yaml"), "Resources: {Queue: {Type: AWS::SQS::Queue}}\n");
        Files.writeString(directory.resolve("topic.yaml"), "Resources: {Topic: {Type: AWS::SNS::Topic}}\n");
        Files.writeString(directory.resolve("seed.yaml"), seed);
        this.sandbox = Sandbox.builder().seed(directory).clock(time).start();
        this.catalog = clientOf(sandbox, ServiceCatalogClient.builder(), REGION);
        this.stacks = clientOf(sandbox, CloudFormationClient.builder(), REGION);
        System.setProperty("aws.endpointUrl", sandbox.endpoint().toString());
        System.setProperty("aws.accessKeyId", "sandbox");
        System.setProperty("aws.secretAccessKey", "sandbox");
    }

    /** A scene with the queue product and these stacks in one lane, as flow maps of a seed. */
    static JobScene with(PostgresDatabase database, Path directory, String... stacks) throws IOException {
        return new JobScene(database, directory, "accounts:\n  \"" + ACCOUNT + "\":\n" + region(REGION, stacks));
    }

    /** A region of a seed, with the queue product and these stacks. */
    static String region(String name, String... stacks) {
        StringBuilder lines = new StringBuilder();
        for (String stack : stacks) {
            lines.append("        - ").append(stack).append('\n');
        }
        return """
                    %s:
                      stacks:
                %s
                      products:
                        - name: queue
                          id: prod-queue
                          versions:
                            - {name: one, id: pa-one, template: queue.yaml}
                            - {name: two, id: pa-two, template: queue.yaml}
                            - {name: old, id: pa-old, template: queue.yaml, active: false}
                            - {name: hidden, id: pa-hidden, template: queue.yaml, info: Unreadable}
                      portfolios:
                        - {name: blocks, id: port-blocks, products: [queue]}
                """.formatted(name, lines).indent(0);
    }

    /** Adds a row that maps the stack, under its own name, to the product's first version. */
    JobScene maps(String stack) {
        return row(arn(REGION, stack) + ",prod-queue,pa-one," + stack);
    }

    /** From now on, the file has only this row. */
    JobScene instead(String stack) {
        rows.clear();
        return maps(stack);
    }

    /** From now on, the file has only this row. */
    JobScene onlyRow(String row) {
        rows.clear();
        return row(row);
    }

    /** From now on, the file has only this row: the stack under another name. */
    JobScene renamed(String stack, String name) {
        rows.clear();
        return row(arn(REGION, stack) + ",prod-queue,pa-one," + name);
    }

    String digest() throws IOException {
        return options().file().digest();
    }

    JobScene row(String row) {
        rows.add(row);
        return this;
    }

    static String arn(String region, String stack) {
        return "arn:aws:cloudformation:%s:%s:stack/%s/11111111-1111-1111-1111-%s"
                .formatted(
                        region,
                        ACCOUNT,
                        stack,
                        String.format("%12s", Integer.toHexString(stack.hashCode()))
                                .replace(' ', '0'));
    }

    /** A stack of a seed whose ARN is the one of {@link #arn}. */
    static String stack(String name, String... more) {
        String id = arn(REGION, name).replaceAll(".*/", "");
        String rest = more.length == 0 ? "" : ", " + String.join(", ", more);
        String template = rest.contains("template:") ? "" : ", template: queue.yaml";
        return "{name: %s, id: \"%s\"%s%s}".formatted(name, id, template, rest);
    }

    /** Runs the job, as one start of the program would. */
    RunResult run() throws IOException, JobExecutionException {
        time.advance(Duration.ofSeconds(1)); // No two commands begin at the same time.
        startedAt = time.instant();
        return goOn();
    }

    /** Runs the job in so many workers at the same time, which share the run; their results in the order in which they ended. */
    List<RunResult> runShared(int workers) throws Exception {
        lanes = new LaneOptions(lanes.parallel(), lanes.scope(), true);
        stop = new StopRequest();
        progress.stop = stop;
        waiting = workers == 1 ? time : this::waitAmongWorkers;
        ExecutorService threads = Executors.newFixedThreadPool(workers);
        CompletionService<RunResult> running = new ExecutorCompletionService<>(threads);
        try {
            for (int worker = 0; worker < workers; worker++) {
                time.advance(Duration.ofSeconds(1));
                startedAt = time.instant();
                RunOptions options = options();
                running.submit(() -> {
                    try (ConfigurableApplicationContext context = start(options)) {
                        return context.getBean(RunLauncher.class).run();
                    }
                });
            }
            List<RunResult> results = new ArrayList<>();
            for (int worker = 0; worker < workers; worker++) {
                results.add(running.take().get());
            }
            return results;
        } finally {
            threads.shutdown();
            waiting = time;
        }
    }

    /**
     * What another worker does takes real time. Without a real wait, all the minutes that a worker has patience would pass
     * on the common clock while another one writes its results. Waits for other workers are those shorter than a second.
     */
    private boolean waitAmongWorkers(Duration duration) {
        if (duration.compareTo(Duration.ofSeconds(1)) < 0) {
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        return time.waitFor(duration);
    }

    /** Takes the last start up again within the same command, as after an outage of the database. */
    RunResult goOn() throws IOException, JobExecutionException {
        stop = new StopRequest();
        progress.stop = stop;
        try (ConfigurableApplicationContext context = start()) {
            return context.getBean(RunLauncher.class).run();
        }
    }

    /** Takes an operator's word for the end of a row, as the command resolve does. */
    String resolve(int line, MappingState end) throws IOException {
        return resolve(new Resolution.OnLine(line), end);
    }

    String resolve(Resolution.Target target, MappingState end) throws IOException {
        command = RunCommand.RESOLVE;
        try (ConfigurableApplicationContext context = start()) {
            String message = context.getBean(Resolution.class)
                    .accept(new Resolution.Word(target, end, "I looked"))
                    .message();
            context.getBean(RunLauncher.class).writeResultsAgain();
            return message;
        } finally {
            command = RunCommand.IMPORT;
        }
    }

    /** Releases what the last run of the file has imported. */
    UndoResult undo() throws IOException {
        return undo(new ReleaseChoice.All());
    }

    UndoResult undo(ReleaseChoice choice) throws IOException {
        return undo(new RunName(digest(), directory.resolve("mappings.csv")), choice);
    }

    /** Releases what a run has imported, as the command undo does. */
    UndoResult undo(RunName run, ReleaseChoice choice) {
        return undoing(run, choice, beans -> beans.getBean(Undoing.class).release(agreed, this::isUndone));
    }

    /** The same while another command runs, once. */
    void undoBeside(RunName run) {
        progress.whenValidating = () -> {};
        undo(run, new ReleaseChoice.All());
    }

    /** Says what would be released. */
    UndoResult undoPlan() throws IOException {
        RunName run = new RunName(digest(), directory.resolve("mappings.csv"));
        return undoing(run, new ReleaseChoice.All(), beans -> beans.getBean(UndoPlan.class)
                .plan(undone::add));
    }

    private UndoResult undoing(
            RunName run, ReleaseChoice choice, Function<ConfigurableApplicationContext, UndoResult> work) {
        time.advance(Duration.ofSeconds(1));
        stop = new StopRequest();
        progress.stop = stop;
        undone.clear();
        UndoSettings settings = new UndoSettings(
                time.instant(),
                directory.resolve("mappings.csv"),
                run,
                choice,
                aws.role(),
                lanes.parallel(),
                Duration.ofMinutes(10),
                lockWait,
                results(),
                directory.resolve("state"));
        try (ConfigurableApplicationContext context =
                start(UndoConfiguration.class, beans -> beans.registerBean(UndoSettings.class, () -> settings))) {
            return work.apply(context);
        }
    }

    /** Gives what the last run of the file has imported another owner, as the command handover does. */
    HandoverResult handOver(String owner) throws IOException {
        return handingOver(new NewOwner(principal(owner), Optional.empty()), work -> work.handOver(handedOver::add));
    }

    /** The same, with another launch role too. */
    HandoverResult handOver(String owner, String launchRole) throws IOException {
        return handingOver(
                new NewOwner(principal(owner), Optional.of(principal(launchRole))),
                work -> work.handOver(handedOver::add));
    }

    /** Says what would be handed over. */
    HandoverResult handoverPlan(String owner) throws IOException {
        return handingOver(new NewOwner(principal(owner), Optional.empty()), work -> work.plan(handedOver::add));
    }

    private static PrincipalArn principal(String arn) {
        return PrincipalArn.parse(arn).orElseThrow();
    }

    private HandoverResult handingOver(NewOwner owner, Function<HandingOver, HandoverResult> work) throws IOException {
        time.advance(Duration.ofSeconds(1));
        stop = new StopRequest();
        progress.stop = stop;
        handedOver.clear();
        HandoverSettings settings = new HandoverSettings(
                time.instant(),
                directory.resolve("mappings.csv"),
                new RunName(digest(), directory.resolve("mappings.csv")),
                owner,
                aws.role(),
                lanes.parallel(),
                lockWait,
                directory.resolve("state"));
        try (ConfigurableApplicationContext context = start(
                HandoverConfiguration.class, beans -> beans.registerBean(HandoverSettings.class, () -> settings))) {
            return work.apply(context.getBean(HandingOver.class));
        }
    }

    /** The rows that the last handover has come to, with what became of them: {@code HANDED_OVER a}. */
    List<String> handedOver() {
        return handedOver.stream()
                .map(row -> (row.end() + " " + row.provisionedProductName() + " " + row.code()).strip())
                .toList();
    }

    /** Who owns the provisioned product. */
    String ownerOf(String name) {
        return catalog
                .searchProvisionedProducts(request ->
                        request.accessLevelFilter(level -> level.key("Account").value("self")))
                .provisionedProducts()
                .stream()
                .filter(found -> found.name().equals(name))
                .map(ProvisionedProductAttribute::userArn)
                .findFirst()
                .orElseThrow();
    }

    private void isUndone(UndoneRow row) {
        undone.add(row);
        whenUndone.accept(row);
    }

    /** The rows that the last undo has come to, with what became of them: {@code RELEASED a}. */
    List<String> undone() {
        return undone.stream()
                .map(row -> row.end() + " " + row.provisionedProductName())
                .toList();
    }

    /** The undo that is under way is asked to stop. */
    void requestStop() {
        stop.request();
    }

    /** Writes the results again, as the command resolve does at its end, and report. */
    void report() throws IOException {
        RunCommand before = command;
        command = RunCommand.RESOLVE;
        try (ConfigurableApplicationContext context = start()) {
            context.getBean(RunLauncher.class).writeResultsAgain();
        } finally {
            command = before;
        }
    }

    private ConfigurableApplicationContext start() throws IOException {
        return start(options());
    }

    private ConfigurableApplicationContext start(RunOptions options) {
        return start(RunConfiguration.class, beans -> beans.registerBean(RunOptions.class, () -> options));
    }

    /** One at a time: the logging system of a process can only be set up by one thread. */
    private synchronized ConfigurableApplicationContext start(
            Class<?> configuration, Consumer<GenericApplicationContext> settings) {
        Pause pause = duration -> !stop.isRequested() && waiting.waitFor(duration);
        return new SpringApplicationBuilder(configuration)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .registerShutdownHook(false)
                .properties("spring.datasource.url=" + database.jdbcUrl(), "spring.main.banner-mode=off")
                .initializers(context -> {
                    GenericApplicationContext beans = (GenericApplicationContext) context;
                    settings.accept(beans);
                    beans.registerBean(StopRequest.class, () -> stop, bean -> bean.setFallback(true));
                    beans.registerBean(Pause.class, () -> pause);
                    beans.registerBean(Clock.class, () -> time);
                    beans.registerBean(RunProgress.class, () -> progress);
                    also.accept(beans);
                })
                .run();
    }

    private RunOptions options() throws IOException {
        Path file = directory.resolve("mappings.csv");
        Path written = directory.resolve("written.csv");
        Files.writeString(written, header + "\n" + String.join("\n", rows) + "\n");
        // At once: another worker may be reading it.
        Files.move(written, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        return new RunOptions(
                command,
                MappingFile.open(file),
                startedAt,
                selection,
                again,
                adopt,
                new CheckSettings(templateCheck, false, warnings),
                nameScope,
                completion,
                Duration.ofMinutes(30),
                unchangedAfter,
                new ImportLimits(strict, failureBudget, limit, endBy, window),
                lanes,
                aws,
                lockWait,
                results(),
                directory.resolve("state"));
    }

    Path results() {
        return directory.resolve("results");
    }

    /** State and code of every row, in file order: {@code IMPORTED}, {@code REJECTED STACK_NOT_FOUND}. */
    List<String> states() {
        return database.jdbc()
                .sql("select trim(state || ' ' || coalesce(code, '')) from mapping_ledger order by run_id, line")
                .query(String.class)
                .list();
    }

    /** What is said of the row at this line. */
    String message(int line) {
        return database.jdbc()
                .sql("select message from mapping_ledger where line = ?")
                .param(line)
                .query(String.class)
                .single();
    }

    /** Status and exit code of the job's executions, the first one first. */
    List<String> executions() {
        return database.jdbc()
                .sql("select status from batch_job_execution order by job_execution_id")
                .query(String.class)
                .list();
    }

    /** State and code of every row of the run that was begun last, in file order. */
    List<String> statesNow() {
        return database.jdbc()
                .sql("select trim(state || ' ' || coalesce(code, '')) from mapping_ledger"
                        + " where run_id = (select max(run_id) from mapping_ledger) order by line")
                .query(String.class)
                .list();
    }

    /** Somebody brings the provisioned product to the product's second version, or tries to; waits for its end. */
    void update(String name) {
        update(name, Duration.ofMinutes(1));
    }

    /** The same, when so much time has passed since. */
    void update(String name, Duration passed) {
        catalog.updateProvisionedProduct(request -> request.provisionedProductName(name)
                .provisioningArtifactId("pa-two")
                .updateToken("update-" + time.instant().getEpochSecond()));
        time.advance(passed);
    }

    /** Somebody imports the stack in the console; waits for its end. */
    void importBySomebodyElse(String stack, String name) {
        catalog.importAsProvisionedProduct(request -> request.productId("prod-queue")
                .provisioningArtifactId("pa-one")
                .provisionedProductName(name)
                .physicalId(arn(REGION, stack))
                .idempotencyToken("by-somebody-" + time.instant().getEpochSecond()));
        time.advance(Duration.ofMinutes(1));
    }

    /** Somebody gives the provisioned product to another role of the account; waits for its end. */
    void becomesSomebodyElses(String name) {
        catalog.updateProvisionedProductProperties(request -> request.provisionedProductId(
                        catalog.describeProvisionedProduct(product -> product.name(name))
                                .provisionedProductDetail()
                                .id())
                .provisionedProductProperties(Map.of(PropertyKey.OWNER, "arn:aws:iam::" + ACCOUNT + ":role/Operations"))
                .idempotencyToken("hand-over-" + name));
        time.advance(Duration.ofMinutes(1));
    }

    /** Somebody deletes the stack; waits for its end. */
    void deleteStack(String name) {
        stacks.deleteStack(request -> request.stackName(arn(REGION, name)));
        time.advance(Duration.ofMinutes(1));
    }

    /** The names of the stacks that were not deleted. */
    List<String> livingStacks() {
        return Stream.of(REGION, "eu-west-1")
                .flatMap(region -> livingStacks(region).stream())
                .toList();
    }

    private List<String> livingStacks(String region) {
        try (CloudFormationClient client = clientOf(sandbox, CloudFormationClient.builder(), region)) {
            return client.describeStacks().stacks().stream()
                    .map(Stack::stackName)
                    .toList();
        }
    }

    /** The names of the provisioned products. */
    List<String> provisionedProducts() {
        return catalog
                .searchProvisionedProducts(request ->
                        request.accessLevelFilter(level -> level.key("Account").value("self")))
                .provisionedProducts()
                .stream()
                .map(ProvisionedProductAttribute::name)
                .toList();
    }

    /** Somebody terminates the provisioned product and keeps the stack; waits for its end. */
    void terminate(String name) {
        catalog.terminateProvisionedProduct(request -> request.provisionedProductName(name)
                .retainPhysicalResources(true)
                .terminateToken("terminate-" + time.instant().getEpochSecond()));
        time.advance(Duration.ofMinutes(1));
    }

    private static <C> C clientOf(Sandbox sandbox, AwsClientBuilder<?, C> builder, String region) {
        builder.endpointOverride(sandbox.endpoint())
                .region(Region.of(region))
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create("sandbox", "sandbox")));
        return builder.build();
    }

    /** From now on, this goes wrong in AWS. */
    void faults(String document) {
        sandbox.faults(document);
    }

    PostgresDatabase database() {
        return database;
    }

    List<Call> calls() {
        return sandbox.calls();
    }

    List<String> operations() {
        return calls().stream().map(Call::operation).toList();
    }

    /** The stacks whose import was asked for, by name, in the order of asking. */
    List<String> importsAskedFor() {
        return calls().stream()
                .filter(call -> call.operation().equals("ImportAsProvisionedProduct"))
                .map(Call::parameters)
                .map((Map<String, String> parameters) -> parameters.get("ProvisionedProductName"))
                .toList();
    }

    @Override
    public void close() {
        catalog.close();
        stacks.close();
        sandbox.close();
    }
}
