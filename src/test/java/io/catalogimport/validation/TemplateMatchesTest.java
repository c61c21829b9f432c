package io.catalogimport.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class TemplateMatchesTest {
    private static final String TOPIC = "Resources: {Topic: {Type: 'AWS::SNS::Topic'}}";
    private static final String QUEUE = "Resources: {Queue: {Type: 'AWS::SQS::Queue'}}";

    private final ValidationScene scene = new ValidationScene();

    @Test
    void takesTheSameTemplateInAnotherForm() {
        scene.versionHasTemplate(TOPIC);
        scene.stacks.templates().then("{\"Resources\": {\"Topic\": {\"Type\": \"AWS::SNS::Topic\"}}}");

        assertThat(scene.check(new TemplateMatches(TemplateCheck.STRICT))).isEmpty();
    }

    @Test
    void rejectsAnotherTemplateWhereItIsStrict() {
        scene.versionHasTemplate(TOPIC);
        scene.stacks.templates().then(QUEUE);

        assertThat(scene.check(new TemplateMatches(TemplateCheck.STRICT)))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.blocks()).isTrue();
                    assertThat(finding.code()).isEqualTo("TEMPLATE_DIFFERS");
                    assertThat(finding.sentence()).contains("Queue").endsWith("or create a version from the stack.");
                });
    }

    @Test
    void warnsOfAnotherTemplateWhereItOnlyWarns() {
        scene.versionHasTemplate(TOPIC);
        scene.stacks.templates().then(QUEUE);

        assertThat(scene.check(new TemplateMatches(TemplateCheck.WARN)))
                .extracting(Finding::blocks, Finding::code)
                .containsExactly(tuple(false, "TEMPLATE_DIFFERS"));
    }

    @Test
    void namesMetadataOfToolsWhereItIsToBeIgnored() {
        CheckSettings settings = new CheckSettings(TemplateCheck.STRICT, true, WarningSettings.NONE);
        scene.versionHasTemplate("{Resources: {T: {Type: 'AWS::SNS::Topic', Metadata: {'aws:cdk:path': A}}}}");
        scene.stacks.templates().then("{Resources: {T: {Type: 'AWS::SNS::Topic', Metadata: {'aws:cdk:path': B}}}}");

        assertThat(scene.check(new TemplateMatches(settings))).singleElement().satisfies(finding -> {
            assertThat(finding.blocks()).isFalse();
            assertThat(finding.code()).isEqualTo("TEMPLATE_METADATA_IGNORED");
            assertThat(finding.sentence()).contains("aws:cdk:path");
        });
    }

    @Test
    void asksForNothingWhereItIsOff() {
        scene.versionHasTemplate(TOPIC);
        scene.stacks.templates().then(QUEUE);

        assertThat(scene.check(new TemplateMatches(TemplateCheck.OFF))).isEmpty();
        assertThat(scene.stacks.calls()).doesNotContain("template");
        assertThat(scene.catalog.calls()).isEmpty();
    }

    @Test
    void warnsOfMetadataAndDescriptionsWhereOnlyTheStructureCounts() {
        scene.versionHasTemplate("Description: a\n" + TOPIC);
        scene.stacks.templates().then("Description: b\n" + TOPIC);

        assertThat(scene.check(new TemplateMatches(TemplateCheck.STRUCTURE)))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.blocks()).isFalse();
                    assertThat(finding.code()).isEqualTo("TEMPLATE_DIFFERS");
                    assertThat(finding.sentence())
                            .startsWith("The templates differ only in metadata and descriptions: Description: ");
                });
    }

    @Test
    void rejectsAnotherStructureWhereOnlyTheStructureCounts() {
        scene.versionHasTemplate("Description: a\n" + TOPIC);
        scene.stacks.templates().then("Description: b\n" + QUEUE);

        assertThat(scene.check(new TemplateMatches(TemplateCheck.STRUCTURE)))
                .extracting(Finding::blocks, Finding::code)
                .containsExactly(tuple(true, "TEMPLATE_DIFFERS"));
    }

    @Test
    void saysWhichCheckLetsDescriptionsPassWhereItIsStrict() {
        scene.versionHasTemplate("Description: a\n" + TOPIC);
        scene.stacks.templates().then("Description: b\n" + TOPIC);

        assertThat(scene.check(new TemplateMatches(TemplateCheck.STRICT)))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.blocks()).isTrue();
                    assertThat(finding.sentence()).endsWith("--template-check structure.");
                });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    TEMPLATE_NOT_FULLY_COMPARED | 'A: caf?'      | 'A: café'
                    TEMPLATE_SPELLING           | 'A: 2'         | 'A: 2.0'
                    TEMPLATE_KEY_REPEATED       | '{A: 1, A: 2}' | 'A: 2'
                    """)
    void warnsOfWhatTheMatchHangsOn(String code, String inStack, String inProduct) {
        scene.versionHasTemplate(inProduct);
        scene.stacks.templates().then(inStack);

        assertThat(scene.check(new TemplateMatches(TemplateCheck.STRICT)))
                .extracting(Finding::blocks, Finding::code)
                .containsExactly(tuple(false, code));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void onlyWarnsWhereTheComparisonItselfFails(Throwable failure) {
        scene.bothHaveTemplate(TOPIC);
        TemplateMatches rule = new TemplateMatches(TemplateCheck.STRICT, (inStack, inProduct) -> {
            if (failure instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) failure;
        });

        assertThat(scene.check(rule))
                .containsExactly(Finding.warning(
                        "TEMPLATE_NOT_COMPARED",
                        "The templates could not be compared, because of an error in this program ("
                                + failure.getClass().getSimpleName()
                                + ", details with --debug). AWS compares the templates itself at the import."));
    }

    static List<Throwable> failures() {
        return List.of(new IllegalStateException("broken"), new StackOverflowError());
    }

    @ParameterizedTest
    @EnumSource(names = {"STRICT", "WARN"})
    void onlyWarnsOfAVersionWhoseTemplateIsHidden(TemplateCheck check) {
        scene.versionTellsOfItsTemplate(Map.of());

        assertThat(scene.check(new TemplateMatches(check)))
                .containsExactly(Finding.warning(
                        "TEMPLATE_NOT_COMPARED",
                        "The version's template cannot be read: Service Catalog does not say where the template of"
                                + " version pa-web-1 is. AWS compares the templates itself at the import."));
    }

    @ParameterizedTest
    @EnumSource(names = {"STRICT", "WARN"})
    void onlyWarnsOfATemplateThatCannotBeUnderstood(TemplateCheck check) {
        scene.versionHasTemplate(TOPIC);
        scene.stacks.templates().then("Resources: {");

        assertThat(scene.check(new TemplateMatches(check)))
                .extracting(Finding::blocks, Finding::code)
                .containsExactly(tuple(false, "TEMPLATE_NOT_COMPARED"));
    }

    @Test
    void comparesWithTheStackThatTheVersionWasMadeFrom() {
        scene.versionTellsOfItsTemplate(
                Map.of("ImportFromPhysicalId", "arn:aws:cloudformation:eu-central-1:111122223333:stack/model/1"));
        scene.stacks.templates().then(TOPIC).then(QUEUE);

        assertThat(scene.check(new TemplateMatches(TemplateCheck.STRICT)))
                .extracting(Finding::code)
                .containsExactly("TEMPLATE_DIFFERS");
    }

    @Test
    void saysNothingWhereStackOrVersionIsNotThere() {
        scene.catalog.artifacts().then(Optional.empty());
        assertThat(scene.check(new TemplateMatches(TemplateCheck.STRICT))).isEmpty();

        scene.versionHasTemplate(TOPIC);
        scene.stacks.isMissing();
        assertThat(scene.check(new TemplateMatches(TemplateCheck.STRICT))).isEmpty();
    }
}
