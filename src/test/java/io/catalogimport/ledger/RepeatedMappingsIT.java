package io.catalogimport.ledger;

import static io.catalogimport.mapping.MappingBuilder.aMapping;
import static org.assertj.core.api.Assertions.assertThat;

import io.catalogimport.database.PostgresDatabase;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RepeatedMappingsIT {
    @RegisterExtension
    static final PostgresDatabase DATABASE = new PostgresDatabase();

    private LedgerScene scene;

    @BeforeEach
    void beginARun() {
        scene = LedgerScene.in(DATABASE);
    }

    @Test
    void leavesRowsThatHaveNothingToDoWithOneAnother() {
        scene.stage(
                aMapping().onLine(2).asLine(),
                aMapping().onLine(3).ofStack("payments").asLine());

        reject();

        assertThat(codes()).containsExactly("2 ", "3 ");
    }

    @Test
    void comparesNamesWhereRowsHaveNoIds() {
        scene.stage(
                aMapping().onLine(2).byNames("web", "v1").asLine(),
                aMapping().onLine(3).byNames("web", "v1").asLine(),
                aMapping().onLine(4).ofStack("payments").byNames("web", "v1").asLine(),
                aMapping().onLine(5).ofStack("payments").byNames("web", "v2").asLine());

        reject();

        assertThat(codes())
                .containsExactly("2 ", "3 REPEATED_ROW", "4 STACK_MAPPED_DIFFERENTLY", "5 STACK_MAPPED_DIFFERENTLY");
    }

    @Test
    void takesNoNameForAnId() {
        scene.stage(
                aMapping().onLine(2).asLine(),
                aMapping().onLine(3).byNames("prod-web", "pa-web-1").asLine());

        reject();

        assertThat(codes()).containsExactly("2 STACK_MAPPED_DIFFERENTLY", "3 STACK_MAPPED_DIFFERENTLY");
    }

    @Test
    void takesTheFirstOfRowsThatSayTheSame() {
        scene.stage(
                aMapping().onLine(2).asLine(),
                aMapping().onLine(3).asLine(),
                aMapping().onLine(4).asLine());

        reject();

        assertThat(codes()).containsExactly("2 ", "3 REPEATED_ROW", "4 REPEATED_ROW");
        assertThat(message(4)).isEqualTo("This row says the same as line 2, which counts: remove this one.");
        assertThat(scene.row(2).state()).isEqualTo(MappingState.STAGED);
        assertThat(scene.row(4).state()).isEqualTo(MappingState.REJECTED);
    }

    @Test
    void takesNoneOfRowsThatMapAStackDifferently() {
        scene.stage(
                aMapping().onLine(2).asLine(),
                aMapping().onLine(3).toArtifact("pa-web-2").asLine());

        reject();

        assertThat(codes()).containsExactly("2 STACK_MAPPED_DIFFERENTLY", "3 STACK_MAPPED_DIFFERENTLY");
        assertThat(message(2))
                .isEqualTo("This stack is mapped in different ways on lines 2, 3: keep the one that is meant.");
    }

    @Test
    void takesNoneOfRowsThatGiveOneNameToSeveralStacks() {
        scene.stage(
                aMapping().onLine(2).named("same").asLine(),
                aMapping().onLine(3).ofStack("payments").named("same").asLine());

        reject();

        assertThat(codes()).containsExactly("2 NAME_FOR_SEVERAL_STACKS", "3 NAME_FOR_SEVERAL_STACKS");
        assertThat(message(3))
                .isEqualTo("This name is given to different stacks of this account and region on lines 2, 3:"
                        + " give each stack a name of its own.");
    }

    @Test
    void takesTheImportedRowWhoseVersionWasEditedAfterAnUpdate() {
        LedgerScene.in(DATABASE, "older.csv").entry(aMapping().onLine(2).named("same"), MappingState.IMPORTED);
        scene.stage(
                aMapping().onLine(2).named("same").toArtifact("pa-web-2").asLine(),
                aMapping().onLine(3).ofStack("payments").named("same").asLine());

        reject();

        assertThat(codes()).containsExactly("2 ", "3 NAME_FOR_SEVERAL_STACKS");
    }

    @Test
    void takesTheRowWithTheImportedVersionOfSeveralForAStack() {
        LedgerScene.in(DATABASE, "older.csv").entry(aMapping().onLine(2), MappingState.IMPORTED);
        scene.stage(
                aMapping().onLine(2).toArtifact("pa-web-2").asLine(),
                aMapping().onLine(3).asLine());

        reject();

        assertThat(codes()).containsExactly("2 STACK_MAPPED_DIFFERENTLY", "3 ");
    }

    @Test
    void comparesNamesWithinARegionAndWarnsOfOthers() {
        stageTheNameInTwoRegionsAndAnotherAccount();

        reject();

        assertThat(codes()).containsExactly("2 NAME_IN_SEVERAL_REGIONS", "3 NAME_IN_SEVERAL_REGIONS", "4 ");
        assertThat(scene.row(3).state()).isEqualTo(MappingState.STAGED);
        assertThat(message(3)).contains("(lines 2, 3)").contains("--name-scope account");
    }

    @Test
    void comparesNamesOverTheRegionsOfAnAccountWhereTheUserWantsIt() {
        stageTheNameInTwoRegionsAndAnotherAccount();
        reject();

        new RepeatedMappings(DATABASE.jdbc(), NameScope.ACCOUNT).judge(scene.run(), LedgerScene.OPEN);

        assertThat(codes()).containsExactly("2 NAME_FOR_SEVERAL_STACKS", "3 NAME_FOR_SEVERAL_STACKS", "4 ");
        assertThat(message(2)).contains("different stacks of the account on lines 2, 3");
        assertThat(scene.row(2).warnings()).isEmpty();
        reject();
        assertThat(scene.row(2).state()).as("with the other scope again").isEqualTo(MappingState.STAGED);
    }

    private void stageTheNameInTwoRegionsAndAnotherAccount() {
        scene.stage(
                aMapping().onLine(2).asLine(),
                aMapping().onLine(3).inRegion("us-east-1").asLine(),
                aMapping().onLine(4).inAccount("444455556666").asLine());
    }

    @Test
    void takesOfContradictingRowsTheOneThatWasImported() {
        scene.entry(aMapping().onLine(2).ofStack("a").named("same"), MappingState.IMPORTED);
        scene.stage(
                aMapping().onLine(3).ofStack("b").named("same").asLine(),
                aMapping().onLine(4).ofStack("a").named("other").asLine());

        reject();

        assertThat(codes()).containsExactly("2 ", "3 NAME_FOR_SEVERAL_STACKS", "4 STACK_MAPPED_DIFFERENTLY");
        assertThat(scene.row(2).state()).isEqualTo(MappingState.IMPORTED);
        assertThat(message(3)).startsWith("Line 2 gives this name to another stack");
        assertThat(message(4)).startsWith("Line 2 maps this stack differently");
    }

    @Test
    void takesOfContradictingRowsTheOneThatAnEarlierFileImportedLast() {
        LedgerScene earlier = LedgerScene.in(DATABASE, "monday.csv");
        earlier.importedWithin(
                Duration.ofMinutes(1), aMapping().onLine(2).ofStack("a").named("old"));
        LedgerScene later = LedgerScene.in(DATABASE, "tuesday.csv");
        later.importedWithin(
                Duration.ofMinutes(5), aMapping().onLine(2).ofStack("a").named("new"));
        scene.stage(
                aMapping().onLine(2).ofStack("a").named("new").asLine(),
                aMapping().onLine(3).ofStack("a").named("old").asLine(),
                aMapping().onLine(4).ofStack("b").named("new").asLine());

        reject();

        assertThat(codes()).containsExactly("2 ", "3 STACK_MAPPED_DIFFERENTLY", "4 NAME_FOR_SEVERAL_STACKS");
        assertThat(scene.row(2).state()).isEqualTo(MappingState.STAGED);
    }

    @Test
    void countsTheImportedOneAmongRowsThatSayTheSame() {
        scene.stage(aMapping().onLine(2).asLine());
        scene.entry(aMapping().onLine(3), MappingState.IMPORTED);

        reject();

        assertThat(codes()).containsExactly("2 REPEATED_ROW", "3 ");
        assertThat(message(2)).contains("line 3");
    }

    @Test
    void takesUpARowThatContradictsNothingAnyMore() {
        scene.stage(
                aMapping().onLine(2).asLine(),
                aMapping().onLine(3).toArtifact("pa-web-2").asLine());
        reject();
        DATABASE.jdbc().sql("delete from mapping_ledger where line = 3").update();

        reject();

        assertThat(codes()).containsExactly("2 ");
        assertThat(scene.row(2).state()).isEqualTo(MappingState.STAGED);
    }

    @Test
    void tellsBothContradictionsOfARow() {
        scene.stage(
                aMapping().onLine(2).named("same").asLine(),
                aMapping().onLine(3).named("other").asLine(),
                aMapping().onLine(4).ofStack("payments").named("same").asLine());

        reject();

        assertThat(codes())
                .containsExactly(
                        "2 STACK_MAPPED_DIFFERENTLY;NAME_FOR_SEVERAL_STACKS",
                        "3 STACK_MAPPED_DIFFERENTLY",
                        "4 NAME_FOR_SEVERAL_STACKS");
        assertThat(message(2))
                .isEqualTo("This stack is mapped in different ways on lines 2, 3: keep the one that is meant."
                        + " This name is given to different stacks of this account and region on lines 2, 4:"
                        + " give each stack a name of its own.");
    }

    @Test
    void takesTheRepetitionOfAContradictionForAContradiction() {
        scene.stage(
                aMapping().onLine(2).asLine(),
                aMapping().onLine(3).asLine(),
                aMapping().onLine(4).toProduct("prod-other").asLine());

        reject();

        assertThat(codes())
                .containsExactly(
                        "2 STACK_MAPPED_DIFFERENTLY", "3 STACK_MAPPED_DIFFERENTLY", "4 STACK_MAPPED_DIFFERENTLY");
    }

    @Test
    void namesFiveLinesAtMost() {
        IntStream.rangeClosed(2, 8)
                .forEach(line -> scene.stage(
                        aMapping().onLine(line).toProduct("prod-" + line).asLine()));

        reject();

        assertThat(message(8))
                .startsWith("This stack is mapped in different ways on lines 2, 3, 4, 5, 6 and 2 more: keep");
    }

    @Test
    void countsRowsOfTheRunOnly() {
        LedgerScene.in(DATABASE, "other.csv")
                .stage(aMapping().onLine(2).toProduct("prod-other").asLine());
        scene.stage(aMapping().onLine(3).asLine());

        reject();

        assertThat(codes()).containsExactly("3 ");
    }

    @Test
    void findsNothingMoreTheSecondTime() {
        scene.stage(
                aMapping().onLine(2).asLine(),
                aMapping().onLine(3).asLine(),
                aMapping().onLine(4).ofStack("payments").named("a").asLine(),
                aMapping().onLine(5).ofStack("payments").named("b").asLine());
        reject();
        List<LedgerRow> once = scene.rows();

        reject();

        assertThat(scene.rows()).isEqualTo(once);
    }

    private void reject() {
        new RepeatedMappings(DATABASE.jdbc(), NameScope.REGION).judge(scene.run(), LedgerScene.OPEN);
    }

    private List<String> codes() {
        return scene.rows().stream()
                .map(row -> row.line() + " " + row.remark().code())
                .toList();
    }

    private String message(int line) {
        return scene.row(line).remark().message();
    }
}
