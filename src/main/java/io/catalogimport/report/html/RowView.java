package io.catalogimport.report.html;

import io.catalogimport.ledger.LedgerRow;
import io.catalogimport.ledger.MappingState;
import io.catalogimport.ledger.Warning;
import io.catalogimport.mapping.StackMapping;
import io.catalogimport.validation.template.WrittenDifferences;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A row of the file as the table shows it.
 *
 * @param opens whether a part of the table begins with it
 * @param closes whether a part of the table ends with it
 * @param stack the name of the stack, or the row's own text where it cannot be read
 * @param differences of the templates, if the message is about them; {@code message} is null then
 */
record RowView(
        boolean opens,
        boolean closes,
        int line,
        String state,
        String stateWords,
        String stack,
        @Nullable String arn,
        @Nullable StackMapping mapping,
        @Nullable String time,
        @Nullable String took,
        @Nullable String attempts,
        List<Code> codes,
        @Nullable String message,
        @Nullable WrittenDifferences differences,
        @Nullable String recordId,
        @Nullable String provisionedProductId,
        @Nullable String warnings) {
    private static final int LONGEST_TEXT = 200;

    /** How many rows a part of the table has. */
    private static final int PART = 100;

    /** A code, with the place on the page that explains it. */
    record Code(String code, String place) {}

    /**
     * A row for the page.
     *
     * @param place its number in the table, from 0 on
     * @param last the number of the last row of the table
     * @param now until when an import that has no end has taken
     */
    static RowView of(LedgerRow row, int place, long last, Instant now) {
        StackMapping mapping = row.mapping();
        Optional<WrittenDifferences> differences =
                WrittenDifferences.in(row.remark().message());
        boolean isPlain = differences.isEmpty() && !row.remark().message().isEmpty();
        boolean hasTime = row.startedAt() != null && isTimeOfThisState(row.state());
        return new RowView(
                place % PART == 0,
                place % PART == PART - 1 || place == last,
                row.line(),
                row.state().name(),
                Words.state(row.state()),
                mapping == null ? excerpt(row.raw()) : mapping.stackArn().stackName(),
                mapping == null ? null : mapping.stackArn().toString(),
                mapping,
                hasTime ? Words.time(Objects.requireNonNull(row.startedAt())) : null,
                hasTime ? took(row, now) : null,
                row.attempts() > 1 ? "attempt " + row.attempts() : null,
                codes(row),
                isPlain ? row.remark().message() : null,
                differences.orElse(null),
                row.recordId(),
                row.provisionedProductId(),
                warnings(row));
    }

    private static List<Code> codes(LedgerRow row) {
        Set<String> mere = row.warnings().stream().map(Warning::code).collect(Collectors.toSet());
        boolean isDone = MappingState.SETTLED.contains(row.state());
        return Reasons.codes(row).stream()
                .map(code -> new Code(code, (isDone || mere.contains(code) ? "warning-" : "code-") + code))
                .toList();
    }

    /** A row that is ready again still has the time of the attempt that was taken back. */
    private static boolean isTimeOfThisState(MappingState state) {
        return state == MappingState.ALREADY_IMPORTED
                || MappingState.IN_FLIGHT.contains(state)
                || state == MappingState.IMPORTED
                || state == MappingState.RELEASED
                || state == MappingState.FAILED;
    }

    private static String took(LedgerRow row, Instant now) {
        Span time =
                new Span(Objects.requireNonNull(row.startedAt()), Objects.requireNonNullElse(row.finishedAt(), now));
        return Words.duration(time.length());
    }

    /** Those that the message does not have already. */
    private static @Nullable String warnings(LedgerRow row) {
        String words = row.warnings().stream()
                .filter(warning -> !row.remark().message().contains(warning.sentence()))
                .map(Warning::toString)
                .collect(Collectors.joining(" "));
        return words.isEmpty() ? null : words;
    }

    private static String excerpt(String raw) {
        return raw.length() <= LONGEST_TEXT ? raw : raw.substring(0, LONGEST_TEXT) + "…";
    }
}
