package io.catalogimport.validation;

import static io.catalogimport.mapping.MappingBuilder.aMapping;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.catalogimport.aws.LaunchPath;
import io.catalogimport.aws.LaunchPath.Constraint;
import io.catalogimport.aws.UpdateTerms;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LaunchRoleTest {
    private static final String ACCOUNT = aMapping().build().stackArn().lane().account();

    private final ValidationScene scene = new ValidationScene();

    @Test
    void saysNothingWhereNoRoleIsNamed() {
        assertThat(check(List.of())).isEmpty();
        assertThat(check(List.of(new Constraint("STACKSET", "Launch as " + role(ACCOUNT)))))
                .isEmpty();
    }

    @Test
    void notesTheRoleOfUpdates() {
        assertThat(check(launch("Launch as " + role(ACCOUNT)))).singleElement().satisfies(finding -> {
            assertThat(finding.isNote()).isTrue();
            assertThat(finding.code()).isEqualTo("LAUNCH_ROLE");
            assertThat(finding.sentence()).contains("role " + role(ACCOUNT) + ",", "lpv3-1");
        });
    }

    @Test
    void warnsOfARoleOfAnotherAccount() {
        assertThat(check(launch("Launch as " + role("999988887777") + ".")))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.isNote()).isFalse();
                    assertThat(finding.blocks()).isFalse();
                    assertThat(finding.code()).isEqualTo("LAUNCH_ROLE_OF_ANOTHER_ACCOUNT");
                    assertThat(finding.sentence()).contains(role("999988887777"), ACCOUNT, "999988887777");
                });
    }

    @Test
    void notesAConstraintThatDoesNotShowItsRole() {
        assertThat(check(launch(null)))
                .extracting(Finding::code, Finding::isNote)
                .containsExactly(tuple("LAUNCH_ROLE", true));
        assertThat(check(launch("Ask the platform team")))
                .singleElement()
                .satisfies(finding -> assertThat(finding.sentence()).contains("\"Ask the platform team\""));
    }

    @Test
    void looksAtEachOfSeveralPaths() {
        scene.catalog
                .launchPaths()
                .then(List.of(
                        new LaunchPath("lpv3-1", null, launch("Launch as " + role(ACCOUNT))),
                        new LaunchPath("lpv3-2", null, launch("Launch as " + role("999988887777")))));

        assertThat(scene.check(new LaunchPathPresent(), new FirstUpdate()))
                .extracting(Finding::code)
                .containsExactly("SEVERAL_LAUNCH_PATHS", "LAUNCH_ROLE", "LAUNCH_ROLE_OF_ANOTHER_ACCOUNT");
    }

    @Test
    void believesTheUsageInstructionsBeforeTheDescription() {
        scene.catalog.updateTerms().then(new UpdateTerms(role("999988887777"), null, List.of(), List.of()));

        assertThat(check(launch("Launch as " + role(ACCOUNT))))
                .extracting(Finding::code)
                .containsExactly("LAUNCH_ROLE_OF_ANOTHER_ACCOUNT");
    }

    @Test
    void makesNoCallOfItsOwn() {
        assertThat(scene.check(new FirstUpdate())).isEmpty();
        assertThat(scene.catalog.calls()).doesNotContain("launchPaths");
    }

    private List<Finding> check(List<Constraint> constraints) {
        scene.catalog.launchPaths().afresh().then(List.of(new LaunchPath("lpv3-1", "blocks", constraints)));
        return scene.check(new LaunchPathPresent(), new FirstUpdate());
    }

    private static List<Constraint> launch(@Nullable String description) {
        return List.of(new Constraint("LAUNCH", description));
    }

    private static String role(String account) {
        return "arn:aws:iam::" + account + ":role/team/launch-role";
    }
}
