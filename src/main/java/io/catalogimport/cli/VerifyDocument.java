package io.catalogimport.cli;

import io.catalogimport.launch.RunVerification.Outcome;
import io.catalogimport.ledger.MappingState;
import io.catalogimport.validation.Finding;
import io.catalogimport.verification.VerificationTally;
import io.catalogimport.verification.VerifiedRow;
import io.catalogimport.verification.VerifiedRow.Result;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What verify says, for scripts. Within a version, members are only ever added.
 *
 * @param version of this form
 * @param at when it was so
 * @param database which database it is about; null if its settings cannot be read
 * @param error why nothing can be said; otherwise null
 * @param digest of the run
 * @param results the file with all rows; null if none was written
 * @param rows how many rows came out how; every result is there
 * @param notImported how many other rows the run has, by state
 * @param codes on how many rows each code is
 * @param lanes the results by account and region
 * @param firstUpdate on how many rows each code about the first update is
 * @param owners how many provisioned products each user or role owns
 * @param first the first hundred rows that do not match
 */
record VerifyDocument(
        int version,
        Instant at,
        @Nullable String database,
        int exitCode,
        @Nullable String error,
        @Nullable String digest,
        @Nullable String results,
        Map<Result, Long> rows,
        Map<MappingState, Long> notImported,
        Map<String, Long> codes,
        Map<String, Map<Result, Long>> lanes,
        Map<String, Long> firstUpdate,
        Map<String, Long> owners,
        List<RowFacts> first) {
    static final int VERSION = 1;

    private static final JsonMapper FOR_PEOPLE =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /**
     * A row that does not match.
     *
     * @param message what the codes mean for it
     */
    record RowFacts(
            int line,
            String lane,
            String stackArn,
            Result result,
            List<String> codes,
            String message,
            @Nullable String provisionedProductId) {
        private static RowFacts of(VerifiedRow row) {
            String seen = row.seen().provisionedProductId();
            return new RowFacts(
                    row.row().line(),
                    row.row().mapping().stackArn().lane().toString(),
                    row.row().mapping().stackArn().toString(),
                    row.result(),
                    row.findings().stream().map(Finding::code).distinct().toList(),
                    row.findings().stream().map(Finding::sentence).collect(Collectors.joining(" ")),
                    seen == null ? row.row().provisionedProductId() : seen);
        }
    }

    static VerifyDocument of(Instant at, String database, Outcome outcome, ExitCode code) {
        VerificationTally tally = outcome.tally();
        return new VerifyDocument(
                VERSION,
                at,
                database,
                code.number(),
                null,
                outcome.digest(),
                outcome.file().toString(),
                rows(tally),
                notImported(outcome),
                tally.codes(),
                tally.lanes(),
                tally.firstUpdate(),
                tally.owners(),
                tally.first().stream().map(RowFacts::of).toList());
    }

    static VerifyDocument failed(Instant at, @Nullable String database, Diagnosis diagnosis) {
        return new VerifyDocument(
                VERSION,
                at,
                database,
                diagnosis.code().number(),
                diagnosis.sentence(),
                null,
                null,
                rows(new VerificationTally()),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                List.of());
    }

    private static Map<Result, Long> rows(VerificationTally tally) {
        Map<Result, Long> rows = new EnumMap<>(Result.class);
        for (Result result : Result.values()) {
            rows.put(result, tally.of(result));
        }
        return rows;
    }

    /** The rows of the run that are not compared, by state. */
    static Map<MappingState, Long> notImported(Outcome outcome) {
        Map<MappingState, Long> others = new EnumMap<>(MappingState.class);
        Set<MappingState> done = MappingState.DONE;
        outcome.states().byState().forEach((state, rows) -> {
            if (rows > 0 && !done.contains(state)) {
                others.put(state, rows);
            }
        });
        return others;
    }

    String text() {
        return FOR_PEOPLE.writeValueAsString(this);
    }
}
