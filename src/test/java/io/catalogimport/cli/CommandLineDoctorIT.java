package io.catalogimport.cli;

import static io.catalogimport.cli.SceneStack.stack;
import static org.assertj.core.api.Assertions.assertThat;

import io.catalogimport.sandbox.Call;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command doctor. */
class CommandLineDoctorIT {
    private static final String LANE = "lane " + SceneStack.ACCOUNT + "/";

    private final CommandLineScene scene;

    CommandLineDoctorIT(@TempDir Path root) {
        scene = new CommandLineScene(root, stack("orders"), stack("users").in("us-east-1"));
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void findsNothingToComplainOfAndChangesNothing() {
        Program.Ended ended = scene.run("doctor", "mappings.csv");

        assertThat(ended.exitCode()).isZero();
        assertThat(ended.out())
                .doesNotContain("warning", "failed")
                .contains("ok       database version: PostgreSQL ", "ok       database sessions: ")
                .contains("ok       database tables: none yet", "ok       clock: ")
                .contains("ok       AWS credentials: account " + SceneStack.ACCOUNT)
                .contains("ok       mapping file: 2 rows, 2 lanes (account and region)")
                .contains("ok       " + LANE + "eu-central-1: is reached. Allowed: cloudformation:DescribeStacks, ")
                .contains("ok       " + LANE + "us-east-1: is reached. ")
                .contains("Not probed, because only an import needs them");
        assertThat(scene.database()
                        .jdbc()
                        .sql("select count(*) from pg_tables where schemaname = 'public'")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(scene.calls())
                .extracting(Call::operation)
                .allMatch(operation -> operation.matches("(Describe|Get|List|Search).*"));
    }

    @Test
    void namesARefusedPermissionAndGoesOnInOtherLanes() {
        scene.faults("calls: [{fault: deny, operations: [GetTemplate], regions: [us-east-1]}]");

        Program.Ended ended = scene.run("doctor", "mappings.csv", "--output", "json");
        JsonNode document = JsonMapper.shared().readTree(ended.out());

        assertThat(ended.exitCode()).isEqualTo(77);
        assertThat(document.get("version").asInt()).isEqualTo(1);
        assertThat(document.get("exitCode").asInt()).isEqualTo(77);
        assertThat(document.get("checks")
                        .valueStream()
                        .filter(check -> check.get("level").asString().equals("FAILED")))
                .singleElement()
                .satisfies(check -> {
                    assertThat(check.get("check").asString()).isEqualTo(LANE + "us-east-1, cloudformation:GetTemplate");
                    assertThat(check.get("said").asString()).contains("AccessDenied", "jobs/iam/plan-policy.json");
                });
    }

    @Test
    void saysWhatElseItCouldFindOutWithoutADatabaseAndCredentials() {
        scene.set("SPRING_DATASOURCE_URL", "jdbc:postgresql://127.0.0.1:1/nothing")
                .unset("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY");

        Program.Ended ended = scene.run("doctor", "mappings.csv");

        assertThat(ended.exitCode()).isEqualTo(69);
        assertThat(ended.out())
                .contains("failed   database: The database cannot be reached: ")
                .contains("ok       mapping file: 2 rows")
                .contains("failed   AWS credentials: No AWS credentials found");
    }

    @Test
    void saysThatTheEmbeddedDatabaseCannotBeThere() {
        scene.unset("SPRING_DATASOURCE_URL");

        Program.Ended ended = scene.run("doctor", "--state-dir", "mappings.csv/state");

        assertThat(ended.exitCode()).isEqualTo(78);
        assertThat(ended.out())
                .contains("failed   database: The embedded database cannot work in", "is not a directory");
    }

    @Test
    void saysThatThereIsNoSuchFile() {
        Program.Ended ended = scene.run("doctor", "other.csv");

        assertThat(ended.exitCode()).isEqualTo(66);
        assertThat(ended.out())
                .contains("failed   mapping file: There is no file other.csv", "ok       AWS credentials");
    }
}
