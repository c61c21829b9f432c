package io.catalogimport.ledger;

import io.catalogimport.database.PostgresDatabase;
import io.catalogimport.mapping.MappingBuilder;
import io.catalogimport.mapping.MappingFile;
import io.catalogimport.mapping.MappingLine;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A run in the ledger and rows of it, brought into their states by the ledger's own moves. */
public final class LedgerScene {
    /** When everything happens that the test does not put elsewhere. */
    public static final Instant NOW = Instant.parse("2026-03-01T10:15:30.123456Z");

    public static final List<String> COLUMNS =
            List.of("stack_arn", "product_id", "provisioning_artifact_id", "provisioned_product_name");

    /** As with {@code --template-check strict}, at {@link #NOW}. */
    public static final Validation VALIDATED = new Validation(NOW, "STRICT", Validation.Seen.NOTHING);

    /** What an import takes up again. */
    public static final Set<MappingState> OPEN =
            Set.of(MappingState.STAGED, MappingState.READY, MappingState.REJECTED, MappingState.FAILED);

    private final PostgresDatabase database;
    private final Ledger ledger;
    private final Run run;
    private int starts;

    private LedgerScene(PostgresDatabase database, Run run) {
        this.database = database;
        this.ledger = new Ledger(database.jdbc());
        this.run = run;
    }

    /** A run of the file {@code mappings.csv}. */
    public static LedgerScene in(PostgresDatabase database) {
        return in(database, "mappings.csv");
    }

    /** A run of its own for each file name. */
    public static LedgerScene in(PostgresDatabase database, String file) {
        return in(database, file, COLUMNS);
    }

    /** A run of a file with this header. */
    public static LedgerScene in(PostgresDatabase database, String file, List<String> columns) {
        String digest = "%064x".formatted(file.hashCode() & 0xFFFFFFFFL);
        return new LedgerScene(database, new Runs(database.jdbc()).of(new Run(0, digest, columns), file, NOW));
    }

    /** A run of this file. */
    public static LedgerScene in(PostgresDatabase database, MappingFile file) {
        return new LedgerScene(database, new Runs(database.jdbc()).of(file, NOW));
    }

    public Figures figures() {
        return figures(database);
    }

    /** What the database tells of runs whose lanes are accounts and regions. */
    public static Figures figures(PostgresDatabase database) {
        return new Figures(database.jdbc(), LaneScope.ACCOUNT_REGION);
    }

    /** With the isolation level of the server, which is that of the program. */
    static BegunImports begunImports(PostgresDatabase database) {
        return new BegunImports(
                JdbcClient.create(database.dataSource()),
                new TransactionTemplate(new DataSourceTransactionManager(database.dataSource())));
    }

    public Run run() {
        return run;
    }

    public Ledger ledger() {
        return ledger;
    }

    public WorkQueue queue() {
        return new WorkQueue(database.jdbc(), LaneScope.ACCOUNT_REGION);
    }

    /** Stages rows just as they are. */
    public void stage(MappingLine... lines) {
        Iterator<MappingLine> rows = List.of(lines).iterator();
        new Staging(database.template()).add(run, () -> rows.hasNext() ? rows.next() : null);
    }

    /** A new row in this state; its attempt, where it has one, was submitted at {@link #NOW} and took a minute. */
    public LedgerEntry entry(MappingBuilder mapping, MappingState state) {
        stage(mapping.asLine());
        int line = mapping.build().line();
        LedgerEntry entry = entry(line, MappingState.STAGED);
        return switch (state) {
            case STAGED -> entry;
            case READY, REJECTED, ALREADY_IMPORTED -> validated(entry, state);
            case SUBMITTING -> submitting(entry);
            case IN_PROGRESS -> inProgress(entry);
            case IMPORTED -> imported(inProgress(entry), Duration.ofMinutes(1));
            case FAILED, UNRESOLVED -> ended(inProgress(entry), state);
            case RELEASING -> releasing(imported(inProgress(entry), Duration.ofMinutes(1)));
            case RELEASED -> released(releasing(imported(inProgress(entry), Duration.ofMinutes(1))));
        };
    }

    /** A new row that was imported in this time. */
    public LedgerEntry importedWithin(Duration taken, MappingBuilder mapping) {
        return imported(entry(mapping, MappingState.IN_PROGRESS), taken);
    }

    /** Looks over the rows, as each start does before it validates. */
    public void startAnew() {
        startAnew(Selection.ALL);
    }

    /** The same, for these rows alone. */
    public void startAnew(Selection selection) {
        starts++;
        goOn(selection);
    }

    /** The last start goes on after an outage. */
    public void goOn(Selection selection) {
        Instant start = NOW.plus(Duration.ofDays(starts));
        Instant fresh = start.minus(Duration.ofMinutes(15));
        lookOver(selection, OPEN, new LookingOver.Start(start, fresh, VALIDATED.check()));
    }

    /** This start looks over the rows, unless it has done so. */
    public void lookOver(Selection selection, Set<MappingState> open, LookingOver.Start start) {
        new Starts(database.jdbc()).begin(run, new Starts.Start(start.at(), Optional.empty(), Optional.empty()));
        new LookingOver(database.jdbc()).takeBack(run, selection, open, start);
    }

    /** The row of this line as an entry that is in this state. */
    public LedgerEntry entry(int line, MappingState state) {
        return database.jdbc()
                .sql("select * from mapping_ledger where run_id = ? and line = ? and state = ?")
                .params(run.id(), line, state.name())
                .query(EntryRow::read)
                .optional()
                .orElseThrow(() -> new AssertionError("Line " + line + " is not " + state));
    }

    /** The row of this line as people see it. */
    public LedgerRow row(int line) {
        return rows().stream()
                .filter(row -> row.line() == line)
                .findFirst()
                .orElseThrow(() -> new AssertionError("There is no line " + line));
    }

    public List<LedgerRow> rows() {
        List<LedgerRow> rows = new ArrayList<>();
        figures().forEachRow(run, rows::add);
        return rows;
    }

    private LedgerEntry validated(LedgerEntry entry, MappingState found) {
        ledger.validated(List.of(new Judged(entry, found, new Remark("", ""), null, VALIDATED)));
        return entry(entry.line(), found);
    }

    private LedgerEntry submitting(LedgerEntry entry) {
        return ledger.submitting(validated(entry, MappingState.READY), "token-" + entry.line(), NOW)
                .orElseThrow();
    }

    private LedgerEntry inProgress(LedgerEntry entry) {
        return ledger.inProgress(submitting(entry), "rec-" + entry.line(), "pp-" + entry.line());
    }

    private LedgerEntry imported(LedgerEntry entry, Duration taken) {
        ledger.imported(entry, NOW.plus(taken), taken);
        return entry(entry.line(), MappingState.IMPORTED);
    }

    private LedgerEntry releasing(LedgerEntry entry) {
        releases().releasing(release(entry), "release-" + entry.line(), "resources");
        return entry(entry.line(), MappingState.RELEASING);
    }

    private LedgerEntry released(LedgerEntry entry) {
        releases().released(release(entry), new Remark("RELEASED_BY_UNDO", "Released."), NOW.plusSeconds(120));
        return entry(entry.line(), MappingState.RELEASED);
    }

    /** The row as undo reads it. */
    public static Release release(LedgerEntry entry) {
        return new Release(entry, NOW.plusSeconds(60), null, null, null);
    }

    /** What undo knows and writes. */
    public Releases releases() {
        return new Releases(database.jdbc());
    }

    private LedgerEntry ended(LedgerEntry entry, MappingState end) {
        ledger.ended(entry, end, new Remark("CODE_" + end, "It ended " + end + "."), NOW.plusSeconds(60));
        return entry(entry.line(), end);
    }
}
