package io.catalogimport.report.html;

import io.catalogimport.aws.StackArn;
import io.catalogimport.ledger.LedgerRow;
import io.catalogimport.ledger.MappingState;
import io.catalogimport.ledger.Obstacle;
import io.catalogimport.ledger.PastPause;
import io.catalogimport.ledger.PastStart;
import io.catalogimport.ledger.Remark;
import io.catalogimport.ledger.RunHistory;
import io.catalogimport.ledger.Warning;
import io.catalogimport.mapping.StackMapping;
import io.catalogimport.report.Rows;
import io.catalogimport.report.RunOutcome;
import io.catalogimport.report.RunSummary;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A run of many rows in twelve lanes that was killed in the middle, with failures, and its report. */
final class ReportScene {
    static final Instant BEGUN = Instant.parse("2026-03-02T20:00:00Z");
    private static final int LANES = 12;
    private static final Duration NIGHT = Duration.ofHours(18);

    private final List<LedgerRow> rows = new ArrayList<>();
    private List<PastStart> starts = List.of();
    private List<PastPause> pauses = List.of();
    private Instant end = BEGUN;
    private @Nullable RunOutcome outcome = RunOutcome.INCOMPLETE;
    private boolean died;
    private boolean isStaged = true;

    /** This many rows; some are rejected, some failed, one has no known end, and the second half was imported a day later. */
    static ReportScene of(int number) {
        ReportScene scene = new ReportScene();
        Map<String, Instant> free = new HashMap<>();
        Instant died = BEGUN;
        for (int row = 0; row < number; row++) {
            boolean isLater = row >= number / 2;
            String lane = lane(row);
            Instant from = free.getOrDefault(lane, BEGUN.plusSeconds(20));
            if (isLater && from.isBefore(BEGUN.plus(NIGHT))) {
                from = died.plus(NIGHT).plusSeconds(20 + row % 7);
            }
            Instant to = from.plusSeconds(45 + (row * 37L % 100) * (row * 37L % 100) / 120);
            scene.rows.add(row(row, from, to));
            free.put(lane, to.plusSeconds(1 + row % 4));
            died = isLater || died.isAfter(to) ? died : to;
            scene.end = scene.end.isAfter(to) ? scene.end : to;
        }
        scene.starts = List.of(
                new PastStart(
                        BEGUN.minus(Duration.ofHours(3)),
                        BEGUN.minus(Duration.ofHours(2)),
                        "plan",
                        "PLANNED_WITH_REJECTIONS",
                        false),
                new PastStart(BEGUN, died.plus(NIGHT), "import", "FAILED", true),
                new PastStart(died.plus(NIGHT), scene.end.plusSeconds(5), "import", "INCOMPLETE", false));
        scene.end = scene.end.plusSeconds(5);
        return scene;
    }

    /** Just these rows. */
    static ReportScene of(LedgerRow... rows) {
        ReportScene scene = new ReportScene();
        scene.rows.addAll(Arrays.asList(rows));
        scene.end = BEGUN.plus(Duration.ofHours(1));
        return scene;
    }

    /** Somebody paused the run at these times. */
    ReportScene paused(PastPause... times) {
        pauses = List.of(times);
        return this;
    }

    ReportScene notStaged() {
        isStaged = false;
        return this;
    }

    ReportScene died() {
        died = true;
        return ending(null);
    }

    ReportScene ending(@Nullable RunOutcome other) {
        outcome = other;
        return this;
    }

    private static String lane(int row) {
        return "%012d/%s".formatted(111122223333L + row % LANES / 2, row % 2 == 0 ? "eu-central-1" : "us-east-1");
    }

    private static LedgerRow row(int number, Instant from, Instant to) {
        int line = number + 2;
        return switch (number % 40) {
            case 7 ->
                row(
                        line,
                        MappingState.REJECTED,
                        new Remark(
                                "TEMPLATE_DIFFERS",
                                "The templates differ: Resources.Bucket.Properties.BucketName: stack has"
                                        + " \"orders-data\", product has \"orders\";"
                                        + " Resources.Bucket.Properties.Tags[0].Value: stack has \"live; 1\", product has"
                                        + " nothing; and 3 more. Use the version that matches the stack, or create a"
                                        + " version from the stack."),
                        null,
                        null);
            case 9 ->
                row(
                        line,
                        MappingState.FAILED,
                        new Remark(
                                "ResourceNotReadyException",
                                "Service Catalog failed the import: The stack is being updated"
                                        + " (ResourceNotReadyException, request id 8f2c)."),
                        from,
                        to);
            case 19 ->
                row(
                        line,
                        MappingState.REJECTED,
                        new Remark(
                                "NO_LAUNCH_PATH",
                                "The caller has no launch path to prod-network0001. Give it access to a portfolio."),
                        null,
                        null);
            case 29 ->
                row(
                        line,
                        number < 40 ? MappingState.UNRESOLVED : MappingState.IMPORTED,
                        number < 40 ? new Remark("TIMED_OUT", "The import did not end within 30 min.") : Remark.NONE,
                        from,
                        to);
            case 33 -> row(line, MappingState.ALREADY_IMPORTED, Remark.NONE, null, null);
            default -> row(line, MappingState.IMPORTED, Remark.NONE, from, to);
        };
    }

    /** A row that is rejected with this message, and whose name is the same. */
    static LedgerRow rejected(String text) {
        StackMapping mapping = new StackMapping(
                2, new StackArn("aws", "eu-central-1", "111122223333", text, "0a1b2c3d"), text, text, text);
        return row(mapping, MappingState.REJECTED, new Remark(text.replace(";", ""), text), null, null);
    }

    static LedgerRow row(
            int line, MappingState state, Remark remark, @Nullable Instant startedAt, @Nullable Instant finishedAt) {
        String lane = lane(line - 2);
        int slash = lane.indexOf('/');
        String name = List.of("orders", "payments", "network", "audit-trail", "data-lake")
                        .get(line % 5) + "-" + line;
        return row(
                new StackMapping(
                        line,
                        new StackArn(
                                "aws",
                                lane.substring(slash + 1),
                                lane.substring(0, slash),
                                name,
                                "0a1b2c3d-0000-11ee-8000-%012d".formatted(line)),
                        "prod-network0001",
                        "pa-release00042",
                        name + "-live"),
                state,
                remark,
                startedAt,
                finishedAt);
    }

    static LedgerRow row(
            StackMapping mapping,
            MappingState state,
            Remark remark,
            @Nullable Instant startedAt,
            @Nullable Instant finishedAt) {
        boolean isTried = startedAt != null;
        return new LedgerRow(
                mapping.line(),
                "raw",
                List.of(),
                state,
                remark,
                isTried ? "rec-%013d".formatted(mapping.line()) : null,
                isTried ? "pp-%013d".formatted(mapping.line()) : null,
                startedAt,
                finishedAt,
                mapping.line() % 25 == 3
                        ? List.of(new Warning("LAUNCH_ROLE", "Updates act with the role launch-network.", true))
                        : List.of(),
                null,
                mapping,
                isTried ? 1 + (mapping.line() % 17 == 0 ? 1 : 0) : 0);
    }

    Path writeTo(Path file) {
        try (Writer writer = Files.newBufferedWriter(file)) {
            write(writer);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String html() {
        StringWriter writer = new StringWriter();
        write(writer);
        return writer.toString();
    }

    private void write(Writer writer) {
        try {
            write(rows::forEach, writer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The report of this run, made of other rows. */
    void write(Rows of, Writer writer) throws IOException {
        new HtmlReport(summary(), new RunHistory(starts, pauses)).write(of, writer);
    }

    private RunSummary summary() {
        Map<MappingState, Long> counts = new EnumMap<>(MappingState.class);
        for (MappingState state : MappingState.values()) {
            counts.put(state, 0L);
        }
        rows.forEach(row -> counts.merge(row.state(), 1L, Long::sum));
        List<Obstacle> obstacles = rows.stream()
                .filter(row -> row.state() == MappingState.UNRESOLVED)
                .map(row -> new Obstacle(
                        lane(row.line() - 2),
                        "mappings.csv",
                        row.line(),
                        row.state(),
                        Objects.requireNonNull(row.mapping()).stackArn().toString()))
                .toList();
        return new RunSummary(
                RunSummary.SCHEMA_VERSION,
                "import",
                RunSummary.MappingFileSummary.of(Path.of("migration/mappings.csv"), "a".repeat(64)),
                outcome,
                null,
                end.minus(Duration.ofHours(1)),
                end,
                end,
                died,
                isStaged ? rows.size() : 0,
                counts,
                obstacles,
                List.of());
    }
}
