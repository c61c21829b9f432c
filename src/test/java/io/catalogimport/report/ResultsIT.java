package io.catalogimport.report;

import static io.catalogimport.mapping.MappingBuilder.aMapping;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opencsv.CSVReader;
import com.opencsv.CSVReaderBuilder;
import com.opencsv.RFC4180ParserBuilder;
import com.opencsv.exceptions.CsvException;
import io.catalogimport.database.LockHolder;
import io.catalogimport.database.PostgresDatabase;
import io.catalogimport.ledger.Judged;
import io.catalogimport.ledger.LedgerEntry;
import io.catalogimport.ledger.LedgerScene;
import io.catalogimport.ledger.MappingState;
import io.catalogimport.ledger.Obstacle;
import io.catalogimport.ledger.Remark;
import io.catalogimport.ledger.RunHistory;
import io.catalogimport.mapping.MappingFile;
import io.catalogimport.mapping.MappingLine;
import io.catalogimport.mapping.MappingLines;
import io.catalogimport.mapping.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ResultsIT {
    @RegisterExtension
    static final PostgresDatabase DATABASE = new PostgresDatabase();

    private static final String HEADER = String.join(",", LedgerScene.COLUMNS);

    private final Path directory;
    private LedgerScene scene;

    ResultsIT(@TempDir Path directory) {
        this.directory = directory;
    }

    @BeforeEach
    void beginARun() {
        scene = LedgerScene.in(DATABASE);
    }

    @Test
    void writesARowForEveryRowInFileOrderWithWhatHasBecomeOfIt() throws Exception {
        scene.entry(aMapping().onLine(3).ofStack("payments"), MappingState.STAGED);
        scene.entry(aMapping().onLine(2), MappingState.FAILED);

        write();

        List<Map<String, String>> rows = results();
        assertThat(rows).extracting(row -> row.get("line")).containsExactly("2", "3");
        assertThat(rows.get(0))
                .containsEntry("stack_arn", aMapping().build().stackArn().toString())
                .containsEntry("provisioned_product_name", "orders-live")
                .containsEntry("state", "FAILED")
                .containsEntry("code", "CODE_FAILED")
                .containsEntry("message", "It ended FAILED.")
                .containsEntry("record_id", "rec-2")
                .containsEntry("provisioned_product_id", "pp-2")
                .containsEntry("started_at", "2026-03-01T10:15:30.123Z")
                .containsEntry("finished_at", "2026-03-01T10:16:30.123Z");
        assertThat(rows.get(1))
                .containsEntry("state", "STAGED")
                .containsEntry("code", "")
                .containsEntry("started_at", "");
    }

    @Test
    void carriesOtherColumnsInTheirPlace() throws Exception {
        stageFile("owner," + HEADER + ",note\nplatform," + row("orders") + ",\"two\nlines, \"\"quoted\"\"\"\n");

        write();

        assertThat(results().get(0)).containsEntry("owner", "platform").containsEntry("note", "two\nlines, \"quoted\"");
        assertThat(Files.readAllLines(directory.resolve("results.csv")).get(0))
                .isEqualTo(
                        "line,owner," + HEADER
                                + ",note,state,code,message,record_id,provisioned_product_id,started_at,finished_at,launch_path,warnings");
    }

    @Test
    void carriesAColumnOfOneOfOurNamesUnderAnother() throws Exception {
        stageFile(HEADER + ",state\n" + row("orders") + ",Bavaria\n");

        write();

        assertThat(results().get(0)).containsEntry("input_state", "Bavaria").containsEntry("state", "STAGED");
    }

    @Test
    void doesNotCarryTheColumnsOfAnEarlierResult() throws Exception {
        stageFile("line," + HEADER
                + ",State,code,message,record_id,provisioned_product_id,started_at,finished_at\n77,"
                + row("orders") + ",FAILED,X,it was bad,rec-1,pp-1,,\n");

        write();

        assertThat(Files.readAllLines(directory.resolve("results.csv")).get(0))
                .isEqualTo(
                        "line," + HEADER
                                + ",state,code,message,record_id,provisioned_product_id,started_at,finished_at,launch_path,warnings");
        assertThat(results().get(0))
                .containsEntry("line", "2")
                .containsEntry("state", "STAGED")
                .containsEntry("message", "");
    }

    @Test
    void keepsTheColumnsOfARowThatIsTooShortInPlace() throws Exception {
        stageFile(HEADER + ",note\nnonsense,prod-web\n");

        write();

        assertThat(results().get(0))
                .containsEntry("stack_arn", "nonsense")
                .containsEntry("provisioning_artifact_id", "")
                .containsEntry("note", "")
                .containsEntry("state", "REJECTED");
    }

    @Test
    void disarmsFormulasOfTheFileAndOfAws() throws Exception {
        stageFile(HEADER + ",=evil()\n" + row("orders") + ",=HYPERLINK(1)\n");
        LedgerEntry entry = scene.entry(2, MappingState.STAGED);
        scene.ledger()
                .validated(List.of(new Judged(
                        entry, MappingState.REJECTED, new Remark("X", "@said by AWS"), null, LedgerScene.VALIDATED)));

        write();

        assertThat(results().get(0))
                .containsEntry("'=evil()", "'=HYPERLINK(1)")
                .containsEntry("message", "'@said by AWS");
    }

    @Test
    void leavesInRemainingTheRowsThatAreNotDoneSoThatTheyReadTheSameAgain() throws Exception {
        String odd = "\"" + aMapping().build().stackArn() + "\", prod-web ,pa-web-1,\"b\",\"=two\r\nlines\"";
        stageFile("\uFEFF" + HEADER + ",note\r\n" + row("done") + ",x\r\n" + odd + "\r\n" + row("open") + ",-\r\n"
                + "nonsense,\"stray\r\n");
        DATABASE.jdbc()
                .sql("update mapping_ledger set state = 'IMPORTED' where line = 2")
                .update();
        List<MappingLine> before = read(directory.resolve("mappings.csv"));

        write();

        List<MappingLine> after = read(directory.resolve("remaining.csv"));
        assertThat(after).hasSize(3);
        assertThat(after)
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("line")
                .containsExactlyElementsOf(before.subList(1, 4));
    }

    @Test
    void writesRemainingInTheFormOfTheFileThatMayBeGone() throws Exception {
        Path file = directory.resolve("mappings.csv");
        String head =
                "\uFEFFsep=;\r\n\"Stack ARN\";ProductId; provisioning-artifact-id;provisioned_product_name;größe\r\n";
        String open = row("open").replace(",", ";") + ";\" ü; \r\n\"\r\n";
        String text = head + row("done").replace(",", ";") + ";x\r\n" + open;
        scene = LedgerScene.in(DATABASE, MappingFile.open(Files.write(file, text.getBytes(StandardCharsets.UTF_16LE))));
        scene.stage(read(file).toArray(MappingLine[]::new));
        DATABASE.jdbc()
                .sql("update mapping_ledger set state = 'IMPORTED' where line = 3")
                .update();
        Files.delete(file);

        write();

        assertThat(Files.readString(directory.resolve("remaining.csv"), StandardCharsets.UTF_16LE))
                .isEqualTo(head + open);
        assertThat(Files.readAllLines(directory.resolve("results.csv")).get(0))
                .startsWith("line," + HEADER + ",größe,");
    }

    @Test
    void leavesNoRowInRemainingWhenAllAreDone() throws Exception {
        scene.entry(aMapping().onLine(2), MappingState.IMPORTED);
        scene.entry(aMapping().onLine(3).ofStack("payments"), MappingState.ALREADY_IMPORTED);

        write();

        assertThat(directory.resolve("remaining.csv")).hasContent(HEADER + "\n");
    }

    @Test
    void sumsTheRunUpForScripts() throws Exception {
        write();

        JsonNode json = JsonMapper.shared().readTree(Files.readString(directory.resolve("summary.json")));
        assertThat(json).isEqualTo(JsonMapper.shared().readTree("""
                {
                  "schemaVersion": 1,
                  "command": "import",
                  "mappingFile": {"path": "mappings.csv", "absolutePath": "%s", "sha256": "abc"},
                  "outcome": "LANE_BLOCKED",
                  "error": null,
                  "startedAt": "2026-03-01T10:15:30.123456Z",
                  "finishedAt": "2026-03-01T10:15:39.123456Z",
                  "writtenAt": "2026-03-01T10:15:39.123456Z",
                  "died": false,
                  "total": 3,
                  "rows": {
                    "STAGED": 0, "READY": 1, "REJECTED": 0, "ALREADY_IMPORTED": 0, "SUBMITTING": 0,
                    "IN_PROGRESS": 0, "IMPORTED": 1, "FAILED": 0, "UNRESOLVED": 1, "RELEASING": 0, "RELEASED": 0
                  },
                  "obstacles": [
                    {"lane": "111122223333/eu-central-1", "file": "other.csv", "line": 7, "state": "UNRESOLVED", "stackArn": "arn:other"}
                  ],
                  "fileWarnings": [{"code": "OTHER_SEPARATOR", "sentence": "Read with ; between the fields."}]
                }
                """.formatted(
                        Path.of("mappings.csv").toAbsolutePath())));
    }

    @Test
    void saysWhichDirectoryCannotBeWrittenTo() throws IOException {
        Path file = Files.writeString(directory.resolve("results"), "not a directory");

        assertThatThrownBy(() -> Results.prepare(file))
                .isInstanceOf(ResultsException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("--results");
    }

    @Test
    void keepsTheResultsOfAnotherMappingFile() throws Exception {
        Results first = aWriter();
        first.write(scene.run(), rows(), summary("first.csv", "aaa"));
        String kept = Files.readString(directory.resolve("results.csv"));

        Results second = aWriter();
        second.write(scene.run(), rows -> {}, summary("other/second.csv", "bbb"));

        assertThat(second.directory()).isEqualTo(directory.resolve("second"));
        assertThat(directory.resolve("second/results.csv")).isNotEmptyFile();
        assertThat(directory.resolve("results.csv")).hasContent(kept);
        assertThat(first.directory()).isEqualTo(directory);
    }

    @Test
    void knowsAFileOfTheSameRelativeNameInAnotherDirectory() throws Exception {
        aWriter().write(scene.run(), rows(), summary("first.csv", "aaa"));
        Path stored = directory.resolve("summary.json");
        String here = Path.of("first.csv").toAbsolutePath().toString();
        Files.writeString(stored, Files.readString(stored).replace(here, "/elsewhere/first.csv"));

        Results second = aWriter();
        second.write(scene.run(), rows(), summary("first.csv", "bbb"));

        assertThat(second.directory()).isEqualTo(directory.resolve("first"));
    }

    @Test
    void twoWritersOfOneProcessDoNotDisturbEachOther() {
        Results before = aWriter();
        Results next = aWriter();

        before.write(
                scene.run(),
                rows -> next.write(scene.run(), rows(), summary("first.csv", "aaa")),
                summary("first.csv", "aaa"));

        assertThat(directory.resolve("results.csv")).exists();
    }

    @Test
    void takesAnEditedFileAndACopyForTheSameFile() {
        aWriter().write(scene.run(), rows(), summary("first.csv", "aaa"));

        Results edited = aWriter();
        edited.write(scene.run(), rows(), summary("./first.csv", "bbb"));
        Results copy = aWriter();
        copy.write(scene.run(), rows(), summary("copy.csv", "bbb"));

        assertThat(List.of(edited.directory(), copy.directory())).containsOnly(directory);
    }

    @Test
    void refreshesResultsUntilTheyAreFinal() {
        Results results = aWriter();
        results.refresh(scene.run(), rows(), summary("first.csv", "aaa"));
        results.write(scene.run(), rows(), summary("first.csv", "aaa"));
        scene.entry(aMapping().onLine(9).ofStack("late"), MappingState.READY);

        results.refresh(scene.run(), rows(), summary("first.csv", "aaa"));

        assertThat(directory.resolve("results.csv")).content().doesNotContain("late");
    }

    @Test
    void writesThePageBesideTheOtherFiles() {
        scene.entry(aMapping().onLine(2), MappingState.IMPORTED);

        write();

        assertThat(directory.resolve("report.html"))
                .content()
                .contains("orders-live", "<title>Line 2, orders: imported,");
    }

    @Test
    void leavesNothingBehindWhenItPreparesADirectory() {
        Path results = directory.resolve("new/results");

        Results.prepare(results);

        assertThat(results).isEmptyDirectory();
    }

    private void write() {
        Map<MappingState, Long> rows = new EnumMap<>(MappingState.class);
        for (MappingState state : MappingState.values()) {
            rows.put(state, 0L);
        }
        rows.putAll(Map.of(MappingState.READY, 1L, MappingState.IMPORTED, 1L, MappingState.UNRESOLVED, 1L));
        aWriter().write(scene.run(), rows(), summary("mappings.csv", "abc", rows));
    }

    private Results aWriter() {
        return new Results(
                directory,
                new LockHolder("host", 1, "mappings.csv", Instant.EPOCH),
                run -> new RunHistory(List.of(), List.of()));
    }

    private Rows rows() {
        return all -> scene.figures().forEachRow(scene.run(), all);
    }

    private static RunSummary summary(String path, String digest) {
        return summary(path, digest, Map.of(MappingState.IMPORTED, 3L));
    }

    private static RunSummary summary(String path, String digest, Map<MappingState, Long> rows) {
        return new RunSummary(
                RunSummary.SCHEMA_VERSION,
                "import",
                RunSummary.MappingFileSummary.of(Path.of(path), digest),
                RunOutcome.LANE_BLOCKED,
                null,
                LedgerScene.NOW,
                LedgerScene.NOW.plusSeconds(9),
                LedgerScene.NOW.plusSeconds(9),
                false,
                3,
                rows,
                List.of(new Obstacle(
                        "111122223333/eu-central-1", "other.csv", 7, MappingState.UNRESOLVED, "arn:other")),
                List.of(new Problem("OTHER_SEPARATOR", "Read with ; between the fields.")));
    }

    /** Brings a mapping file into the ledger, as the job does. */
    private void stageFile(String text) throws IOException {
        Path file = Files.writeString(directory.resolve("mappings.csv"), text);
        scene = LedgerScene.in(DATABASE, MappingFile.open(file));
        scene.stage(read(file).toArray(MappingLine[]::new));
    }

    private static String row(String name) {
        return aMapping().ofStack(name).asLine().raw();
    }

    private static List<MappingLine> read(Path file) throws IOException {
        List<MappingLine> found = new ArrayList<>();
        try (MappingLines lines = MappingFile.open(file).lines()) {
            for (MappingLine line = lines.next(); line != null; line = lines.next()) {
                found.add(line);
            }
        }
        return found;
    }

    /** The rows of results.csv, by column. */
    private List<Map<String, String>> results() throws IOException, CsvException {
        try (CSVReader reader = new CSVReaderBuilder(Files.newBufferedReader(directory.resolve("results.csv")))
                .withCSVParser(new RFC4180ParserBuilder().build())
                .build()) {
            List<String[]> rows = reader.readAll();
            String[] header = rows.get(0);
            return rows.subList(1, rows.size()).stream()
                    .map(row -> {
                        Map<String, String> values = new LinkedHashMap<>();
                        for (int column = 0; column < header.length; column++) {
                            values.put(header[column], row[column]);
                        }
                        return values;
                    })
                    .toList();
        }
    }
}
