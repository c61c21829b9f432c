package io.catalogimport.validation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StackExistsTest {
    private final ValidationScene scene = new ValidationScene();

    @Test
    void takesAStackThatIsThere() {
        assertThat(scene.check(new StackExists())).isEmpty();
    }

    @Test
    void rejectsAStackThatIsNotThere() {
        scene.stacks.isMissing();

        assertThat(scene.check(new StackExists()))
                .containsExactly(Finding.reason(
                        "STACK_NOT_FOUND",
                        "There is no stack orders in 111122223333/eu-central-1: check the ARN, or remove the row."));
    }
}
