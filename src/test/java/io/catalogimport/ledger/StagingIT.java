package io.catalogimport.ledger;

import static io.catalogimport.mapping.MappingBuilder.aMapping;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.catalogimport.database.DatabaseOutage;
import io.catalogimport.database.PostgresDatabase;
import io.catalogimport.mapping.MappingFile;
import io.catalogimport.mapping.MappingLine;
import io.catalogimport.mapping.MappingLines;
import io.catalogimport.mapping.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

class StagingIT {
    @RegisterExtension
    static final PostgresDatabase DATABASE = new PostgresDatabase();

    /** What COPY or an array could take for something else, and what is rare. */
    private static final List<String> NASTY = List.of(
            "\t", "\n", "\r", "\\", "\\N", "\\.", "\\n", "\"", "'", "{", "}", ",", "NULL", "\u0001", "\u007F", "\u0085",
            "\u2028", "\uFEFF", "\uFFFD", "e\u0301", "ß", "🚀", "$1", "%s", "a", " ");

    private LedgerScene scene;

    @BeforeEach
    void beginARun() {
        scene = LedgerScene.in(DATABASE);
    }

    @Test
    void stagesAGoodRow() {
        scene.stage(aMapping().onLine(3).asLine());

        LedgerEntry entry = scene.entry(3, MappingState.STAGED);
        assertThat(entry.mapping()).isEqualTo(aMapping().onLine(3).build());
        assertThat(entry.attempt()).isEqualTo(new Attempt(0, null, null, null, null));
    }

    @Test
    void stagesARowThatNamesItsVersion() {
        scene.stage(aMapping().onLine(3).byNames("web", "v1").asLine());

        assertThat(scene.entry(3, MappingState.STAGED).mapping())
                .isEqualTo(aMapping().onLine(3).byNames("web", "v1").build());
    }

    @Test
    void keepsABadRowAsRejectedWithAllThatIsWrong() {
        MappingLine bad = new MappingLine(
                4,
                Map.of("stack_arn", "nonsense"),
                "nonsense",
                List.of(
                        new Problem("INVALID_STACK_ARN", "It is no ARN."),
                        new Problem("MISSING_VALUE", "No product."),
                        new Problem("MISSING_VALUE", "No name.")));

        scene.stage(bad);

        LedgerRow row = scene.row(4);
        assertThat(row.state()).isEqualTo(MappingState.REJECTED);
        assertThat(row.remark())
                .isEqualTo(new Remark("INVALID_STACK_ARN;MISSING_VALUE", "It is no ARN. No product. No name."));
        assertThat(row.raw()).isEqualTo("nonsense");
    }

    @Test
    void keepsTheWarningsOfTheReaderBesideThoseOfValidation() {
        MappingLine good = aMapping().onLine(3).asLine();
        Problem putRight = new Problem("LINE_BREAK_REMOVED", "A line break was removed.");
        scene.stage(new MappingLine(3, good.columns(), good.raw(), List.of(), List.of(putRight)));
        Warning seen = new Warning("ARTIFACT_OLD", "There is a newer one: v2.");

        for (Validation.Seen each : List.of(
                new Validation.Seen(List.of(new Warning("OTHER", "Something else.")), null, null),
                new Validation.Seen(List.of(seen), null, null))) {
            scene.startAnew();
            scene.ledger()
                    .validated(List.of(new Judged(
                            scene.entry(3, MappingState.STAGED),
                            MappingState.REJECTED,
                            new Remark("X", "No."),
                            null,
                            new Validation(LedgerScene.NOW, "STRICT", each))));
        }

        assertThat(scene.row(3).warnings()).containsExactly(Warning.of(putRight), seen);
    }

    @Test
    void keepsABadRowRejectedForGood() {
        scene.stage(new MappingLine(4, Map.of(), "\"", List.of(new Problem("MALFORMED_QUOTES", "A quote."))));

        scene.startAnew();

        assertThat(scene.row(4).state()).isEqualTo(MappingState.REJECTED);
    }

    @Test
    void keepsRowAndFieldsJustAsTheyAre() {
        Map<String, String> columns = new LinkedHashMap<>();
        columns.put("note", "a \"quoted\", {braced} \\ field\r\nof two lines: Grüße 🚀");
        columns.put("empty", "");
        columns.put("null", "NULL");
        String raw = "  \"a \"\"quoted\"\"\r\nrow\" ,, NULL";

        scene.stage(new MappingLine(5, columns, raw, List.of(new Problem("SHORT", "Too short."))));

        assertThat(scene.row(5).fields()).containsExactlyElementsOf(columns.values());
        assertThat(scene.row(5).raw()).isEqualTo(raw);
    }

    @Test
    void storesARowWithACharacterThatPostgresqlCannotStore(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(
                directory.resolve("mappings.csv"), String.join(",", LedgerScene.COLUMNS) + "\na\0b,c\n");
        try (MappingLines lines = MappingFile.open(file).lines()) {
            MappingLine line = lines.next();
            assertThat(line).isNotNull();

            scene.stage(line);
        }

        assertThat(scene.row(2).raw()).isEqualTo("a\uFFFDb,c");
    }

    @Test
    void keepsEveryTextWhateverIsInIt() {
        Random dice = new Random(17);
        List<MappingLine> lines = IntStream.range(2, 502)
                .mapToObj(line -> new MappingLine(
                        line,
                        columns(List.of(text(dice), text(dice), text(dice))),
                        text(dice),
                        List.of(new Problem("ODD" + text(dice), "Odd: " + text(dice))),
                        List.of(new Problem("ODD", text(dice)), new Problem("ODDER", text(dice)))))
                .toList();

        scene.stage(lines.toArray(MappingLine[]::new));

        List<LedgerRow> rows = scene.rows();
        assertThat(rows).hasSameSizeAs(lines);
        for (MappingLine line : lines) {
            LedgerRow row = rows.get(line.line() - 2);
            Problem problem = line.problems().get(0);
            assertThat(row.raw()).isEqualTo(line.raw());
            assertThat(row.fields()).containsExactlyElementsOf(line.columns().values());
            assertThat(row.remark()).isEqualTo(new Remark(problem.code(), problem.sentence()));
            assertThat(row.warnings())
                    .containsExactlyElementsOf(
                            line.warnings().stream().map(Warning::of).toList());
        }
    }

    private static Map<String, String> columns(List<String> values) {
        Map<String, String> columns = new LinkedHashMap<>();
        values.forEach(value -> columns.put("column " + columns.size(), value));
        return columns;
    }

    private static String text(Random dice) {
        return dice.ints(dice.nextInt(6), 0, NASTY.size()).mapToObj(NASTY::get).collect(Collectors.joining());
    }

    @Test
    void addsNoRowOfAFileThatCannotBeReadToItsEnd() {
        Iterator<MappingLine> rows = rows(5_000);
        IOException unreadable = new IOException("The disk is gone.");

        assertThatThrownBy(() -> staging().add(scene.run(), () -> {
                    if (rows.hasNext()) {
                        return rows.next();
                    }
                    throw unreadable;
                }))
                .isInstanceOf(UncheckedIOException.class)
                .hasCause(unreadable);

        assertThat(scene.rows()).isEmpty();
        scene.stage(aMapping().onLine(2).asLine());
        assertThat(scene.rows()).as("through the same connection").hasSize(1);
    }

    @Test
    void knowsThatTheDatabaseHasGoneAwayInTheMiddle() {
        Iterator<MappingLine> rows = rows(5_000);

        TransactionTemplate transaction =
                new TransactionTemplate(new DataSourceTransactionManager(DATABASE.dataSource()));

        Throwable error =
                catchThrowable(() -> transaction.execute(status -> staging().add(scene.run(), () -> {
                    if (!rows.hasNext()) {
                        return null;
                    }
                    MappingLine row = rows.next();
                    if (row.line() == 2_500) {
                        endSessionThatCopies();
                    }
                    return row;
                })));

        assertThat(DatabaseOutage.isBehind(error)).as("%s", error).isTrue();
    }

    /** Not with a connection of the pool: the transaction would give its own, which is busy. */
    private static void endSessionThatCopies() {
        assertThat(JdbcClient.create(new DriverManagerDataSource(DATABASE.jdbcUrl()))
                        .sql("select pg_terminate_backend(pid, 10000) from pg_stat_activity"
                                + " where query like 'copy mapping_ledger%' and state = 'active'")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    private static Iterator<MappingLine> rows(int count) {
        return IntStream.range(2, 2 + count)
                .mapToObj(line -> aMapping().onLine(line).asLine())
                .iterator();
    }

    private static Staging staging() {
        return new Staging(DATABASE.template());
    }
}
