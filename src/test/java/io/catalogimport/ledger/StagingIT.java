package io.catalogimport.ledger;

import static io.catalogimport.mapping.MappingBuilder.aMapping;
import static org.assertj.core.api.Assertions.assertThat;

import io.catalogimport.mapping.MappingFile;
import io.catalogimport.mapping.MappingLine;
import io.catalogimport.mapping.MappingLines;
import io.catalogimport.mapping.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class StagingIT {
    @RegisterExtension
    static final PostgresDatabase DATABASE = new PostgresDatabase();

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
    void leavesARowAsItIsThatAProcessWhichSharesTheRunHasStaged() {
        scene.entry(aMapping().onLine(3), MappingState.READY);

        scene.stage(aMapping().onLine(3).asLine());

        assertThat(scene.rows()).singleElement().extracting(LedgerRow::state).isEqualTo(MappingState.READY);
    }
}
