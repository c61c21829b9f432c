package io.catalogimport.validation;

import static io.catalogimport.mapping.MappingBuilder.aMapping;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoStackSetInstanceTest {
    private final ValidationScene scene = new ValidationScene();

    @Test
    void rejectsAStackOfAStackSetByItsName() {
        assertThat(scene.check(
                        new NoStackSetInstance(),
                        aMapping().ofStack("StackSet-baseline-0f8fad5b-d9cb-469f-a165-70867728950e")))
                .extracting(Finding::blocks, Finding::code)
                .containsExactly(tuple(true, "STACK_SET_INSTANCE"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "orders",
                "StackSettings",
                "StackSet-Admin-Role",
                "StackSet-baseline-0a1b",
                "my-StackSet-baseline-0f8fad5b-d9cb-469f-a165-70867728950e",
                "StackSet-0f8fad5b-d9cb-469f-a165-70867728950e-copy"
            })
    void takesOtherStacks(String name) {
        assertThat(scene.check(new NoStackSetInstance(), aMapping().ofStack(name)))
                .isEmpty();
    }
}
