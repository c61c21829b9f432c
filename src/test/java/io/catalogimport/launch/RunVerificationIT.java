package io.catalogimport.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.catalogimport.aws.StackArn;
import io.catalogimport.database.PostgresDatabase;
import io.catalogimport.launch.OperatorDesk.RunName;
import io.catalogimport.launch.RunVerification.Outcome;
import io.catalogimport.launch.RunVerification.Subject;
import io.catalogimport.ledger.ImportedRow;
import io.catalogimport.ledger.LedgerScene;
import io.catalogimport.ledger.MappingState;
import io.catalogimport.mapping.MappingBuilder;
import io.catalogimport.mapping.MappingLine;
import io.catalogimport.run.StopRequest;
import io.catalogimport.verification.VerificationScene;
import io.catalogimport.verification.VerifiedRow.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A verification of what the database has, and the file that it writes. */
class RunVerificationIT {
    private static final String URL = "spring.datasource.url";

    @RegisterExtension
    static final PostgresDatabase DATABASE = new PostgresDatabase();

    private final Path directory;
    private final VerificationScene aws;

    RunVerificationIT(@TempDir Path directory) {
        this.directory = directory;
        this.aws = new VerificationScene(directory);
    }

    @BeforeEach
    void nameTheDatabase() {
        System.setProperty(URL, DATABASE.jdbcUrl());
    }

    @AfterEach
    void end() {
        System.clearProperty(URL);
        aws.close();
    }

    @Test
    void writesARowForEachImportInFileOrderAndCountsTheOthers() throws IOException {
        aws.imported(VerificationScene.REGION, List.of("orders", "invoices")).start();
        aws.updatedToSecondVersion("invoices");
        LedgerScene ledger = LedgerScene.in(DATABASE);
        imported(ledger);
        ledger.entry(MappingBuilder.aMapping().onLine(9), MappingState.REJECTED);

        Outcome outcome = verify(ledger);

        assertThat(outcome.tally().of(Result.MATCHES)).isOne();
        assertThat(outcome.tally().of(Result.DIFFERS)).isOne();
        assertThat(outcome.states().of(MappingState.REJECTED)).isOne();
        assertThat(outcome.tally().owners()).containsEntry("arn:aws:iam::111122223333:user/sandbox", 2L);
        List<String> lines = Files.readAllLines(outcome.file());
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0))
                .isEqualTo("line,stack_arn,product_id,provisioning_artifact_id,provisioned_product_name,state,code,"
                        + "message,provisioned_product_id,owner,first_update,provisioned_product_status,stack_status");
        assertThat(lines.get(1)).startsWith("2,").contains(",MATCHES,,,pp-orders,");
        assertThat(lines.get(2)).startsWith("3,").contains(",DIFFERS,VERSION_DIFFERS,");
    }

    @Test
    void aFormulaInTheFileStaysText() throws IOException {
        aws.imported(VerificationScene.REGION, List.of("orders")).start();
        List<String> columns = new ArrayList<>(LedgerScene.COLUMNS);
        columns.add("note");
        LedgerScene ledger = LedgerScene.in(DATABASE, "notes.csv", columns);
        imported(ledger, "=cmd()");

        assertThat(Files.readString(verify(ledger).file())).contains(",'=cmd(),");
    }

    @Test
    void leavesTheLastFileWhereAwsAcceptsNoCredentials() throws IOException {
        aws.imported(VerificationScene.REGION, List.of("orders")).start();
        LedgerScene ledger = LedgerScene.in(DATABASE);
        imported(ledger);
        String before = Files.readString(verify(ledger).file());
        aws.faults("calls: [{fault: error, code: UnrecognizedClientException, status: 400, message: no}]");

        assertThatThrownBy(() -> verify(ledger)).isInstanceOf(RuntimeException.class);
        assertThat(Files.readString(directory.resolve("results/verify.csv"))).isEqualTo(before);
    }

    @Test
    void knowsNoRunOfAnotherFile() throws IOException {
        aws.imported(VerificationScene.REGION, List.of("orders")).start();

        assertThatThrownBy(() -> verify(new RunName("f".repeat(64), Path.of("other.csv"))))
                .isInstanceOf(NoSuchRunException.class)
                .hasMessageContaining("other.csv");
    }

    @Test
    void readsALargeRunPageByPage() throws IOException {
        aws.imported(
                        VerificationScene.REGION,
                        IntStream.range(0, 25).mapToObj(number -> "s" + number).toList())
                .start();
        LedgerScene ledger = LedgerScene.in(DATABASE);
        imported(ledger);

        Outcome outcome = new RunVerification(visits(), aws.aws(), 10)
                .verify(new Subject(name(ledger), directory.resolve("results"), Optional.empty()));

        assertThat(outcome.tally().of(Result.MATCHES)).isEqualTo(25);
        assertThat(Files.readAllLines(outcome.file())).hasSize(26);
    }

    private Outcome verify(LedgerScene ledger) {
        return verify(name(ledger));
    }

    private static RunName name(LedgerScene ledger) {
        return new RunName(ledger.run().digest(), null);
    }

    private Outcome verify(RunName name) {
        return new RunVerification(visits(), aws.aws())
                .verify(new Subject(name, directory.resolve("results"), Optional.empty()));
    }

    private LedgerVisits visits() {
        return LedgerVisits.to(directory.resolve("state"), Clock.systemUTC(), new StopRequest());
    }

    /** All rows of the scene as rows that were imported. */
    private void imported(LedgerScene ledger, String... more) {
        for (ImportedRow row : aws.rows()) {
            Map<String, String> values = new LinkedHashMap<>();
            for (int column = 0; column < LedgerScene.COLUMNS.size(); column++) {
                values.put(LedgerScene.COLUMNS.get(column), row.fields().get(column));
            }
            for (String value : more) {
                values.put("note", value);
            }
            ledger.stage(new MappingLine(row.line(), values, String.join(",", values.values()), List.of()));
            StackArn stack = row.mapping().stackArn();
            DATABASE.jdbc()
                    .sql("update mapping_ledger set state = 'IMPORTED', provisioned_product_id = ? where stack_arn = ?")
                    .params("pp-" + stack.stackName(), stack.toString())
                    .update();
        }
    }
}
