package io.catalogimport.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.catalogimport.cli.SceneStack;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The verdict sees what it is there to see, and nothing else. */
class VerdictTest {
    private static final SceneStack ORDERS = SceneStack.stack("orders");
    private static final SceneStack INVOICES = SceneStack.stack("invoices");
    private static final SceneStack ELSEWHERE = SceneStack.stack("elsewhere").in("us-east-1");

    private final List<Submission> submissions = new ArrayList<>(List.of(
            taken(ORDERS, "token-1", "rec-1"),
            taken(ELSEWHERE, "token-2", "rec-2"),
            taken(INVOICES, "token-3", "rec-3")));
    private final List<ImportRecord> records =
            new ArrayList<>(List.of(succeeded("rec-1", 0, 10), succeeded("rec-2", 5, 15), succeeded("rec-3", 10, 20)));
    private final List<Map<String, String>> results = new ArrayList<>(List.of(
            row(ORDERS, "IMPORTED", "rec-1"),
            row(ELSEWHERE, "IMPORTED", "rec-2"),
            row(INVOICES, "ALREADY_IMPORTED", "")));
    private final List<String> executions = new ArrayList<>(List.of("FAILED", "STOPPED", "COMPLETED"));
    private final List<String> stepExecutions = new ArrayList<>(List.of("FAILED", "COMPLETED"));

    @Test
    void hasNothingToSayOfARunWithoutFlaw() {
        assertThat(verdict().isClean()).isTrue();
        assertThat(verdict()).hasToString("");
    }

    @Test
    void allowsARequestThatIsSentAgain() {
        submissions.add(1, refused(ORDERS, "token-1", "ThrottlingException"));
        submissions.add(2, taken(ORDERS, "token-1", "rec-1"));

        assertThat(verdict().isClean()).isTrue();
    }

    @Test
    void allowsAnotherAttemptAfterOneThatFailed() {
        submissions.add(0, taken(ORDERS, "token-0", "rec-0"));
        records.add(new ImportRecord("rec-0", false, at(-10), at(0)));

        assertThat(verdict().isClean()).isTrue();
    }

    @Test
    void seesADoubleImport() {
        submissions.add(taken(ORDERS, "token-4", "rec-4"));
        records.add(succeeded("rec-4", 20, 30));

        assertThat(verdict().doubleImports())
                .containsExactly("orders was imported with rec-1, and asked for again (rec-4)");
        assertThat(verdict().isClean()).isFalse();
    }

    @Test
    void seesADoubleImportWithTheSameToken() {
        submissions.add(taken(ORDERS, "token-1", "rec-4"));
        records.add(succeeded("rec-4", 20, 30));

        assertThat(verdict().doubleImports()).hasSize(1);
    }

    @Test
    void seesADoubleImportThatAwsHasRefused() {
        submissions.add(refused(ORDERS, "token-4", "DuplicateResourceException"));

        assertThat(verdict().doubleImports())
                .containsExactly("orders was imported with rec-1, and asked for again (DuplicateResourceException)");
    }

    @Test
    void seesAStackThatWasNeverImported() {
        submissions.remove(2);

        assertThat(verdict().lostRows()).containsExactly("invoices has no successful import");
    }

    @Test
    void seesAnImportThatFailed() {
        records.set(2, new ImportRecord("rec-3", false, at(10), at(20)));

        assertThat(verdict().lostRows()).containsExactly("invoices has no successful import");
    }

    @Test
    void seesARowThatIsMissingFromTheResults() {
        results.remove(0);

        assertThat(verdict().lostRows()).containsExactly("orders is in results.csv 0 times");
    }

    @Test
    void seesARowThatIsInTheResultsTwice() {
        results.add(results.get(0));

        assertThat(verdict().lostRows()).containsExactly("orders is in results.csv 2 times");
    }

    @Test
    void seesAResultThatIsNotTrue() {
        results.set(0, row(ORDERS, "FAILED", "rec-1"));
        results.set(1, row(ELSEWHERE, "IMPORTED", "rec-9"));

        assertThat(verdict().lostRows())
                .containsExactly(
                        "orders is in results.csv as FAILED with record rec-1, and was imported with rec-1",
                        "elsewhere is in results.csv as IMPORTED with record rec-9, and was imported with rec-2");
    }

    @Test
    void seesAWrongOrderInALane() {
        submissions.add(0, refused(INVOICES, "token-3", "ThrottlingException"));

        assertThat(verdict().orderViolations()).containsExactly("orders was first asked for after invoices");
    }

    @Test
    void allowsAnyOrderOfLanes() {
        submissions.add(0, submissions.remove(1));

        assertThat(verdict().isClean()).isTrue();
    }

    @Test
    void seesAnOverlapThatAwsHasRefused() {
        submissions.add(2, refused(INVOICES, "token-3", "InvalidStateException"));

        assertThat(verdict().overlaps()).containsExactly("invoices was asked for while another was in progress");
    }

    @Test
    void seesAnOverlapThatAwsHasLetPass() {
        records.set(2, succeeded("rec-3", 9, 20));

        assertThat(verdict().overlaps()).containsExactly("rec-3 began before rec-1 had ended");
    }

    @Test
    void seesAnExecutionThatIsLeftRunning() {
        executions.set(0, "STARTED");
        stepExecutions.set(0, "UNKNOWN");

        assertThat(verdict().untruths())
                .containsExactly("An execution is still STARTED", "An execution is still UNKNOWN");
    }

    @Test
    void seesThatTheLastExecutionIsNotComplete() {
        executions.add("FAILED");

        assertThat(verdict().untruths()).containsExactly("The last execution is not COMPLETED");
    }

    private Verdict verdict() {
        return Verdict.of(new Evidence(
                List.of(ORDERS, ELSEWHERE, INVOICES),
                submissions,
                records.stream().collect(Collectors.toMap(ImportRecord::id, record -> record)),
                results,
                executions,
                stepExecutions));
    }

    private static Submission taken(SceneStack stack, String token, String recordId) {
        return submission(stack, token, recordId, null);
    }

    private static Submission refused(SceneStack stack, String token, String errorCode) {
        return submission(stack, token, null, errorCode);
    }

    private static Submission submission(
            SceneStack stack, String token, @Nullable String recordId, @Nullable String errorCode) {
        return new Submission(stack, token, recordId, errorCode);
    }

    private static ImportRecord succeeded(String id, long begin, long end) {
        return new ImportRecord(id, true, at(begin), at(end));
    }

    private static Instant at(long second) {
        return Instant.EPOCH.plusSeconds(second);
    }

    private static Map<String, String> row(SceneStack stack, String state, String recordId) {
        return Map.of("stack_arn", stack.arn(), "state", state, "record_id", recordId);
    }
}
