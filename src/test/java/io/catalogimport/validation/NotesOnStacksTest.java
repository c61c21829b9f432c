package io.catalogimport.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;

/** What is worth knowing of a stack before it is imported. */
class NotesOnStacksTest {
    private final ValidationScene scene = new ValidationScene();

    @Test
    void notesThatTerminationProtectionIsOff() {
        scene.stacks.terminationProtection(false);

        assertThat(scene.check(new TerminationProtectionOn()))
                .extracting(Finding::code, Finding::isNote)
                .containsExactly(tuple("TERMINATION_PROTECTION_OFF", true));
    }

    @Test
    void saysNothingOfProtectionThatIsOnOrNotTold() {
        assertThat(scene.check(new TerminationProtectionOn())).isEmpty();

        scene.stacks.terminationProtection(true);
        assertThat(scene.check(new TerminationProtectionOn())).isEmpty();
    }

    @Test
    void notesTheServiceRole() {
        assertThat(scene.check(new NoServiceRole())).isEmpty();

        scene.stacks.serviceRole("arn:aws:iam::111122223333:role/cdk");
        assertThat(scene.check(new NoServiceRole())).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("STACK_HAS_SERVICE_ROLE");
            assertThat(finding.isNote()).isTrue();
            assertThat(finding.sentence()).contains("arn:aws:iam::111122223333:role/cdk");
        });
    }

    @Test
    void saysNothingOfAStackThatIsNotThere() {
        scene.stacks.isMissing();

        assertThat(scene.check(new TerminationProtectionOn())).isEmpty();
        assertThat(scene.check(new NoServiceRole())).isEmpty();
    }
}
