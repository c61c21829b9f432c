package io.catalogimport.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.catalogimport.aws.AwsFailures;
import io.catalogimport.aws.LaunchPath;
import io.catalogimport.aws.LaunchPath.Constraint;
import io.catalogimport.aws.UpdateTerms;
import io.catalogimport.aws.UpdateTerms.Parameter;
import io.catalogimport.aws.UpdateTerms.TagOption;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FirstUpdateTest {
    private final ValidationScene scene = new ValidationScene();

    @Test
    void saysNothingOfAProductWithoutConditions() {
        assertThat(check()).isEmpty();
    }

    @Test
    void notesConstraintsThatApplyFromThenOn() {
        scene.catalog
                .launchPaths()
                .then(List.of(new LaunchPath(
                        "lpv3-1",
                        "blocks",
                        List.of(
                                new Constraint("TEMPLATE", "Only small queues"),
                                new Constraint("NOTIFICATION", null)))));

        assertThat(check())
                .extracting(Finding::code, Finding::isNote)
                .containsExactly(tuple("TEMPLATE_CONSTRAINT", true), tuple("NOTIFICATION_CONSTRAINT", true));
        assertThat(check().get(0).sentence()).contains("lpv3-1 (\"Only small queues\")");
    }

    @Test
    void notesTheTagsThatAreDemandedAndWhetherAnUpdateMayGiveThem() {
        tags("NOT_ALLOWED", new TagOption("CostCenter", List.of("1", "2")));

        assertThat(check()).extracting(Finding::code).containsExactly("TAG_OPTIONS", "TAG_UPDATE_NOT_ALLOWED");
        assertThat(check().get(0).sentence()).contains("CostCenter (1 or 2)");
    }

    @Test
    void notesThatAnUpdateMayChangeTags() {
        tags("ALLOWED");

        assertThat(check()).extracting(Finding::code).containsExactly("TAG_UPDATE_ALLOWED");
    }

    @Test
    void warnsOfTagOptionsThatContradictEachOther() {
        tags(null, new TagOption("Team", List.of()));

        assertThat(check())
                .extracting(Finding::code, Finding::isNote)
                .containsExactly(tuple("TAG_OPTION_CONFLICT", false));
    }

    @Test
    void notesParametersWhoseValuesAwsHides() {
        scene.stacks.parameters("Password");
        parameters(new Parameter("Password", false, true));

        assertThat(check()).extracting(Finding::code).containsExactly("NOECHO_PARAMETERS");
    }

    @Test
    void warnsOfParametersThatTheStackLacks() {
        scene.stacks.parameters("Size");
        parameters(
                new Parameter("Size", true, false),
                new Parameter("Zone", true, false),
                new Parameter("Owner", false, false));

        assertThat(check()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("PARAMETERS_NOT_IN_STACK");
            assertThat(finding.isNote()).isFalse();
            assertThat(finding.blocks()).isFalse();
            assertThat(finding.sentence()).contains("Owner, Zone.", "which have no default: Owner.");
        });
    }

    @Test
    void saysThatNothingIsKnownWhereAwsRefuses() {
        scene.catalog.updateTerms().thenThrow(AwsFailures.accessDenied());

        assertThat(check())
                .extracting(Finding::code, Finding::isNote)
                .containsExactly(tuple("FIRST_UPDATE_NOT_KNOWN", true));
    }

    private void tags(@Nullable String updates, TagOption... options) {
        scene.catalog.updateTerms().then(new UpdateTerms(null, updates, List.of(options), List.of()));
    }

    private void parameters(Parameter... parameters) {
        scene.catalog.updateTerms().then(new UpdateTerms(null, null, List.of(), List.of(parameters)));
    }

    private List<Finding> check() {
        return scene.check(new LaunchPathPresent(), new FirstUpdate());
    }
}
