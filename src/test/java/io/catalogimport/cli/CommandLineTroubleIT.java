package io.catalogimport.cli;

import static io.catalogimport.cli.SceneStack.stack;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the program says, and how it exits, when it cannot work: one line with what to do. */
class CommandLineTroubleIT {
    private final CommandLineScene scene;

    CommandLineTroubleIT(@TempDir Path root) {
        scene = new CommandLineScene(root, stack("orders"));
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void anArgumentThatItDoesNotKnow() {
        Program.Ended ended = scene.run("import", "mappings.csv", "--bogus");

        assertThat(ended.exitCode()).isEqualTo(64);
        assertThat(ended.err()).contains("--bogus", "import --help");
    }

    @Test
    void aFileThatCannotBeUsedLeavesNoTrace() {
        scene.file("mappings.csv", "stack_arn,product_id,provisioned_product_name\n");

        Program.Ended ended = scene.run("import", "mappings.csv");

        assertThat(ended.exitCode()).isEqualTo(65);
        assertThat(ended.err()).contains("provisioning_artifact_id").hasLineCount(1);
        assertThat(scene.calls()).isEmpty();
        assertThat(scene.directory().resolve("results")).doesNotExist();
    }

    @Test
    void noSuchFile() {
        Program.Ended ended = scene.run("import", "nowhere.csv");

        assertThat(ended.exitCode()).isEqualTo(66);
        assertThat(ended.err()).contains("nowhere.csv").hasLineCount(1);
    }

    @Test
    void noPlaceForTheResults() {
        Program.Ended ended = scene.run("import", "mappings.csv", "--results", "mappings.csv/results");

        assertThat(ended.exitCode()).isEqualTo(74);
        assertThat(ended.err()).contains("mappings.csv/results", "--results").hasLineCount(1);
        assertThat(scene.calls()).isEmpty();
    }

    @Test
    void resultsThatCannotBeWrittenAtTheEnd() {
        scene.directory().resolve("results/results.csv/in-the-way").toFile().mkdirs();

        Program.Ended ended = scene.run("import", "mappings.csv");

        assertThat(ended.exitCode()).isEqualTo(74);
        assertThat(ended.err())
                .contains("The results cannot be written to results/results.csv")
                .doesNotContain("The results so far");
    }

    @Test
    void aDatabaseOutOfReach() {
        scene.set("SPRING_DATASOURCE_URL", "jdbc:postgresql://127.0.0.1:1/none");

        Program.Ended ended = scene.run("import", "mappings.csv");

        assertThat(ended.exitCode()).isEqualTo(69);
        assertThat(ended.err())
                .contains("The database cannot be reached")
                .doesNotContain("..")
                .hasLineCount(1);
        assertThat(ended.took()).isLessThan(Duration.ofSeconds(30));
        assertThat(scene.calls()).isEmpty();
    }

    @Test
    void anUrlThatIsNoDatabases() {
        scene.set("SPRING_DATASOURCE_URL", "postgres://operator:%s@127.0.0.1/none".formatted(Program.SECRET));

        Program.Ended ended = scene.run("import", "mappings.csv");

        assertThat(ended.exitCode()).isEqualTo(78);
        assertThat(ended.err())
                .contains("SPRING_DATASOURCE_URL", "jdbc:postgresql://")
                .hasLineCount(1);
    }

    @Test
    void aWrongPasswordForTheDatabase() {
        scene.set("SPRING_DATASOURCE_PASSWORD", "wrong");

        Program.Ended ended = scene.run("import", "mappings.csv");

        assertThat(ended.exitCode()).isEqualTo(78);
        assertThat(ended.err())
                .contains("SPRING_DATASOURCE_URL, _USERNAME and _PASSWORD")
                .hasLineCount(1);
    }

    @Test
    void noPasswordForTheDatabase() {
        scene.unset("SPRING_DATASOURCE_PASSWORD");

        Program.Ended ended = scene.run("import", "mappings.csv");

        assertThat(ended.exitCode()).isEqualTo(78);
        assertThat(ended.err()).contains("_PASSWORD").hasLineCount(1);
    }

    @Test
    void aStateDirectoryThatIsNone() {
        scene.unset("SPRING_DATASOURCE_URL");

        Program.Ended ended = scene.run("import", "mappings.csv", "--state-dir", "mappings.csv");

        assertThat(ended.exitCode()).isEqualTo(78);
        assertThat(ended.err()).contains("mappings.csv", "--state-dir").hasLineCount(1);
    }

    @Test
    void linesThatAreNone() {
        Program.Ended ended = scene.run("import", "mappings.csv", "--only", "everything");

        assertThat(ended.exitCode()).isEqualTo(64);
        assertThat(ended.err()).contains("neither 'failed' nor 'rejected' nor lines such as 7,12-15");
    }

    @Test
    void aLineThatTheFileDoesNotHave() {
        Program.Ended ended = scene.run("import", "mappings.csv", "--only", "77");

        assertThat(ended.exitCode()).isEqualTo(64);
        assertThat(ended.err()).contains("No row of the mapping file begins on line 77");
    }

    @Test
    void noCredentialsForAws() {
        scene.unset("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY");

        Program.Ended ended = scene.run("import", "mappings.csv");

        assertThat(ended.exitCode()).isEqualTo(77);
        assertThat(ended.err()).contains("No AWS credentials found: no AWS_ACCESS_KEY_ID, no profile 'default'");
        assertThat(scene.states()).containsExactly("STAGED");
    }

    @Test
    void aSettingOfAwsThatCannotBeUsed() {
        scene.set("AWS_ENDPOINT_URL", "localhost:4566");

        Program.Ended ended = scene.run("import", "mappings.csv");

        assertThat(ended.exitCode()).isEqualTo(78);
        assertThat(ended.err()).contains("AWS_ENDPOINT_URL").hasLineCount(1);
    }

    @Test
    void aDatabaseWithTheTablesOfAnotherProgram() {
        scene.database()
                .jdbc()
                .sql("create table batch_job_instance (job_instance_id bigint)")
                .update();

        Program.Ended ended = scene.run("import", "mappings.csv");

        assertThat(ended.exitCode()).isEqualTo(78);
        assertThat(ended.err())
                .contains("batch_job_instance", "?currentSchema=catalog_import")
                .hasLineCount(1);
        assertThat(scene.directory().resolve("results/results.csv")).doesNotExist();
    }

    @Test
    void aDatabaseThatANewerVersionHasChanged() {
        scene.run("plan", "mappings.csv");
        scene.database()
                .jdbc()
                .sql("insert into catalog_import_schema_history"
                        + " values (99, '99', 'later', 'SQL', 'V99__later.sql', 1, 'operator', now(), 1, true)")
                .update();

        Program.Ended ended = scene.run("import", "mappings.csv");

        assertThat(ended.exitCode()).isEqualTo(78);
        assertThat(ended.err())
                .contains("written by a newer version of catalog-import")
                .hasLineCount(1);
    }

    @Test
    void aPasswordInTheUrlIsUsedAndNotShown() {
        String url = scene.database().url() + "?user=" + OperatorDatabase.USER + "&ApplicationName=nightly&password=";
        scene.unset("SPRING_DATASOURCE_USERNAME", "SPRING_DATASOURCE_PASSWORD");
        scene.set("SPRING_DATASOURCE_URL", url + Program.SECRET);

        Program.Ended ended = scene.run("plan", "mappings.csv", "--debug");

        assertThat(ended.exitCode()).isZero();
        assertThat(ended.err()).doesNotContain(Program.SECRET);
    }

    @Test
    void anErrorNobodyThoughtOfShowsItsStackTraceOnlyWithDebug() {
        scene.database().jdbc().sql("""
                        create function refuse() returns event_trigger language plpgsql
                        as 'begin raise exception ''no tables on a Friday''; end'
                        """).update();
        scene.database()
                .jdbc()
                .sql("create event trigger no_tables on ddl_command_start execute function refuse()")
                .update();

        Program.Ended ended = scene.run("import", "mappings.csv");
        Program.Ended debugged = scene.run("import", "mappings.csv", "--debug");

        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.err()).contains("no tables on a Friday", "--debug");
        assertThat(debugged.exitCode()).isEqualTo(1);
        assertThat(debugged.err()).containsPattern("(?m)^\\s+at io\\.catalogimport\\.");
    }
}
