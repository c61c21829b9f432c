package io.catalogimport.validation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RootStackOnlyTest {
    private final ValidationScene scene = new ValidationScene();

    @Test
    void takesARootStack() {
        assertThat(scene.check(new RootStackOnly())).isEmpty();
    }

    @Test
    void rejectsANestedStackAndNamesItsParent() {
        scene.stacks.nestedIn("arn:of:parent");

        assertThat(scene.check(new RootStackOnly()))
                .containsExactly(Finding.reason(
                        "NESTED_STACK", "The stack is nested in arn:of:parent: map the root stack instead."));
    }

    @Test
    void saysNothingOfAStackThatIsNotThere() {
        scene.stacks.isMissing();

        assertThat(scene.check(new RootStackOnly())).isEmpty();
    }
}
