package io.catalogimport.validation;

import static io.catalogimport.mapping.MappingBuilder.aMapping;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.catalogimport.aws.StackTraits;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is worth knowing of a stack before it is imported. */
class NotesOnStacksTest {
    private static final Instant SINCE = Instant.parse("2026-03-01T12:00:00Z");

    private final ValidationScene scene = new ValidationScene();

    @Test
    void notesThatTerminationProtectionIsOff() {
        assertThat(of(new StackTraits(false, null, null, false, List.of(), List.of())))
                .extracting(Finding::code, Finding::isNote)
                .containsExactly(tuple("TERMINATION_PROTECTION_OFF", true));
    }

    @Test
    void saysNothingOfAStackWithoutAnything() {
        assertThat(of(StackTraits.UNKNOWN)).isEmpty();
        assertThat(of(new StackTraits(true, "", null, false, List.of(), List.of())))
                .isEmpty();
    }

    @Test
    void notesTheServiceRole() {
        assertThat(of(new StackTraits(null, "arn:aws:iam::111122223333:role/cdk", null, false, List.of(), List.of())))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo("STACK_HAS_SERVICE_ROLE");
                    assertThat(finding.isNote()).isTrue();
                    assertThat(finding.sentence()).contains("arn:aws:iam::111122223333:role/cdk");
                });
    }

    @Test
    void warnsOfWhatElseDeploysTheStack() {
        assertThat(of(new StackTraits(null, null, null, false, List.of(), List.of("CDK"))))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo("DEPLOYED_BY_ANOTHER_TOOL");
                    assertThat(finding.isNote()).isFalse();
                    assertThat(finding.sentence()).contains("deployed by CDK.");
                });
    }

    @Test
    void warnsOfAToolThatOnlyTheTemplateShows() {
        scene.bothHaveTemplate("Transform: AWS::Serverless-2016-10-31\nResources: {A: {Type: 'AWS::SNS::Topic'}}");

        Verdict verdict = scene.validator().validate(aMapping().build());

        assertThat(((Verdict.Importable) verdict).warnings())
                .extracting(Finding::code)
                .containsExactly("DEPLOYED_BY_ANOTHER_TOOL");
    }

    @Test
    void notesAnUpdateOfTheLastDays() {
        assertThat(of(updatedOn("2026-03-02T00:00:00Z")))
                .extracting(Finding::code, Finding::isNote)
                .containsExactly(tuple("STACK_UPDATED_RECENTLY", true));
        assertThat(of(updatedOn("2026-03-01T00:00:00Z"))).isEmpty();
    }

    @Test
    void warnsOfADriftAndOfHiddenParameters() {
        assertThat(of(new StackTraits(null, null, null, true, List.of("Password", "Token"), List.of())))
                .extracting(Finding::code, Finding::isNote)
                .containsExactly(tuple("STACK_DRIFTED", false), tuple("NOECHO_PARAMETERS", false));
    }

    @Test
    void rejectsWhatTheUserTakesForAnError() {
        WarningSettings settings = new WarningSettings(Set.of("STACK_DRIFTED"), SINCE, Duration.ofDays(7));

        assertThat(settings.judged(Finding.warning("STACK_DRIFTED", "It drifted.")))
                .isEqualTo(Finding.reason("STACK_DRIFTED", "It drifted. (--warn-as-error)"));
        assertThat(settings.judged(Finding.note("LAUNCH_ROLE", "A role.")).blocks())
                .isFalse();
    }

    @Test
    void takesNoCodeThatIsNoWarning() {
        assertThatThrownBy(() -> new WarningSettings(Set.of("STACK_DRIFT"), SINCE, Duration.ofDays(7)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("'STACK_DRIFT' is not a warning of validation: give ARTIFACT_DEPRECATED,");
    }

    private static StackTraits updatedOn(String day) {
        return new StackTraits(null, null, Instant.parse(day), false, List.of(), List.of());
    }

    private static List<Finding> of(StackTraits traits) {
        return new StackNotes(new WarningSettings(Set.of(), SINCE, Duration.ofDays(7))).of(traits, List.of());
    }
}
