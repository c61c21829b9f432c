package io.catalogimport.validation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StackStatusImportableTest {
    private final ValidationScene scene = new ValidationScene();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE_COMPLETE",
                "UPDATE_COMPLETE",
                "UPDATE_ROLLBACK_COMPLETE",
                "IMPORT_COMPLETE",
                "IMPORT_ROLLBACK_COMPLETE"
            })
    void takesTheStatusesThatAwsNames(String status) {
        scene.stacks.shows(status);

        assertThat(scene.check(new StackStatusImportable())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"CREATE_FAILED", "ROLLBACK_COMPLETE", "UPDATE_FAILED", "DELETE_FAILED", "REVIEW_IN_PROGRESS"})
    void rejectsAStackThatHasToBeMended(String status) {
        scene.stacks.shows(status);

        assertThat(scene.check(new StackStatusImportable()))
                .containsExactly(Finding.reason(
                        "STACK_STATUS",
                        "The stack is " + status + ": only a stack that was created, updated or imported can be"
                                + " taken; fix the stack or remove the row."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UPDATE_IN_PROGRESS", "UPDATE_COMPLETE_CLEANUP_IN_PROGRESS", "IMPORT_IN_PROGRESS"})
    void asksToWaitForWhatEndsByItself(String status) {
        scene.stacks.shows(status);

        assertThat(scene.check(new StackStatusImportable()))
                .containsExactly(
                        Finding.reason("STACK_STATUS", "The stack is " + status + ": run again when that has ended."));
    }

    @Test
    void rejectsAStackThatIsDeleted() {
        scene.stacks.shows("DELETE_COMPLETE");

        assertThat(scene.check(new StackStatusImportable()))
                .containsExactly(Finding.reason(
                        "STACK_STATUS", "The stack is DELETE_COMPLETE: it is deleted, so remove the row."));
    }

    @Test
    void saysNothingOfAStackThatIsNotThere() {
        scene.stacks.isMissing();

        assertThat(scene.check(new StackStatusImportable())).isEmpty();
    }
}
