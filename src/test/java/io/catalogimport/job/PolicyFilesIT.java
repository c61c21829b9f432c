package io.catalogimport.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.catalogimport.database.PostgresDatabase;
import io.catalogimport.launch.HandoverResult;
import io.catalogimport.launch.RunResult;
import io.catalogimport.launch.UndoResult;
import io.catalogimport.report.RunOutcome;
import io.catalogimport.run.RunCommand;
import io.catalogimport.sandbox.Call;
import io.catalogimport.sandbox.iam.Patterns;
import io.catalogimport.sandbox.iam.Requirement;
import io.catalogimport.sandbox.iam.Requirements;
import io.catalogimport.sandbox.iam.Statement;
import io.catalogimport.sandbox.seed.PolicyReader;
import io.catalogimport.sandbox.world.Location;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The policies of jobs/iam allow what a plan, an import, an undo and a handover call, and nothing that they do not. */
class PolicyFilesIT {
    /** As many as make the stacks worth reading in bulk, and some more. */
    private static final int STACKS = 25;

    /** So that a product is also looked at as an end user does. */
    private static final String ADMIN_DENIED = "{fault: deny, operations: [DescribeProductAsAdmin], times: 1}";

    @RegisterExtension
    static final PostgresDatabase DATABASE = new PostgresDatabase();

    @TempDir
    private Path directory = Path.of("");

    @Test
    void planNeedsWhatItsPolicyAllows() throws Exception {
        Path policy = policy("plan");
        try (JobScene scene = scene(policy)) {
            scene.command = RunCommand.PLAN;
            scene.maps("missing"); // What the bulk reading does not find is asked for by itself.

            scene.run();

            assertThat(scene.states()).contains("READY").endsWith("REJECTED STACK_NOT_FOUND");
            assertThat(refused(scene)).isEmpty();
            assertThat(unused(policy, scene.calls())).isEmpty();
        }
    }

    @Test
    void importNeedsWhatItsPolicyAllows() throws Exception {
        Path policy = policy("import");
        try (JobScene scene = scene(policy)) {
            RunResult result = scene.run();

            assertThat(result.outcome()).isEqualTo(RunOutcome.COMPLETE);
            assertThat(refused(scene)).isEmpty();
            assertThat(unused(policy, scene.calls())).isEmpty();
        }
    }

    @Test
    void undoNeedsWhatItsPolicyAllows() throws Exception {
        Path policy = policy("undo");
        try (JobScene scene = JobScene.with(DATABASE, directory, JobScene.stack("a"), JobScene.stack("b"))) {
            scene.maps("a").maps("b").run();
            int before = scene.calls().size();

            UndoResult result = scene.undo();

            List<Call> calls = scene.calls().subList(before, scene.calls().size());
            assertThat(result.released()).isEqualTo(2);
            assertThat(denied(policy, calls)).isEmpty();
            assertThat(unused(policy, calls)).isEmpty();
        }
    }

    @Test
    void handoverNeedsWhatItsPolicyAllows() throws Exception {
        Path policy = policy("handover");
        String role = "arn:aws:iam::" + JobScene.ACCOUNT + ":role/Operations";
        try (JobScene scene = JobScene.with(DATABASE, directory, JobScene.stack("a"))) {
            scene.maps("a").run();
            int before = scene.calls().size();

            HandoverResult result = scene.handOver(role, role);

            List<Call> calls = scene.calls().subList(before, scene.calls().size());
            assertThat(result.handedOver()).isEqualTo(1);
            assertThat(denied(policy, calls)).isEmpty();
            assertThat(unused(policy, calls)).isEmpty();
        }
    }

    @Test
    void withoutTheBulkStatementEachStackIsAskedForByItself() throws Exception {
        Path policy = policy("plan");
        Files.writeString(
                policy, Files.readString(policy).replaceAll("(?s)\\{[^{]*\"ReadStacksInBulk\".*?\"\\*\"\\s*\\},", ""));
        try (JobScene scene = scene(policy)) {
            scene.command = RunCommand.PLAN;

            scene.run();

            assertThat(scene.states()).hasSize(STACKS).containsOnly("READY");
            assertThat(refused(scene)).containsOnly("DescribeStacks AccessDenied");
        }
    }

    /** The policy as an operator would have it: with the bucket that the templates are really in. */
    private Path policy(String name) throws IOException {
        Path copy = directory.resolve("policy.json");
        String text = Files.readString(Path.of("jobs/iam/" + name + "-policy.json"));
        return Files.writeString(
                copy,
                text.replace(
                        "example-product-templates", "sandbox-templates-" + JobScene.ACCOUNT + "-" + JobScene.REGION));
    }

    private JobScene scene(Path policy) throws IOException {
        List<String> names =
                IntStream.range(0, STACKS).mapToObj(number -> "s" + number).toList();
        String[] stacks = names.stream().map(JobScene::stack).toArray(String[]::new);
        JobScene scene = new JobScene(
                DATABASE,
                directory,
                "policies: [{file: %s}]\naccounts:\n  \"%s\":\n%s"
                        .formatted(policy, JobScene.ACCOUNT, JobScene.region(JobScene.REGION, stacks)));
        scene.faults("calls: [" + ADMIN_DENIED + "]");
        scene.header += ",product_name,provisioning_artifact_name";
        names.stream().skip(1).forEach(scene::maps);
        return scene.row(JobScene.arn(JobScene.REGION, names.get(0)) + ",,,s0,queue,one");
    }

    private static List<String> refused(JobScene scene) {
        return scene.calls().stream()
                .filter(call -> call.fault() == null)
                .filter(call -> String.valueOf(call.errorCode()).startsWith("AccessDenied"))
                .map(call -> call.operation() + " " + call.errorCode())
                .toList();
    }

    /** What the calls need and the policy does not allow. */
    private static List<String> denied(Path policy, List<Call> calls) {
        List<Statement> allowing = PolicyReader.read(policy, Set.of()).statements().stream()
                .filter(Statement::allows)
                .toList();
        return calls.stream()
                .flatMap(PolicyFilesIT::requirements)
                .filter(needed -> allowing.stream().noneMatch(statement -> statement.covers(needed)))
                .map(Requirement::action)
                .distinct()
                .toList();
    }

    /** What the policy allows without any call that needs it. */
    private static List<String> unused(Path policy, List<Call> calls) {
        List<Requirement> needed =
                calls.stream().flatMap(PolicyFilesIT::requirements).distinct().toList();
        List<String> unused = new ArrayList<>();
        for (Statement statement : PolicyReader.read(policy, Set.of()).statements()) {
            if (statement.allows()) {
                statement.actions().patterns().stream()
                        .filter(action -> needed.stream().noneMatch(only(action, statement)::covers))
                        .forEach(unused::add);
            }
        }
        return unused;
    }

    private static Statement only(String action, Statement statement) {
        return new Statement(true, new Patterns(List.of(action), false), statement.resources());
    }

    private static Stream<Requirement> requirements(Call call) {
        Location location = new Location(call.account(), call.region());
        return Requirements.of(call.service(), call.operation(), call.parameters(), location).stream();
    }
}
