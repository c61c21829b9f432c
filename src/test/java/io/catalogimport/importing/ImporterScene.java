package io.catalogimport.importing;

import static io.catalogimport.mapping.MappingBuilder.aMapping;

import io.catalogimport.aws.CatalogRecord;
import io.catalogimport.aws.FakeCatalog;
import io.catalogimport.aws.FakeStacks;
import io.catalogimport.aws.FakeTime;
import io.catalogimport.aws.Lane;
import io.catalogimport.aws.Patience;
import io.catalogimport.aws.ProvisionedProductBuilder;
import io.catalogimport.aws.RecordStatus;
import io.catalogimport.database.PostgresDatabase;
import io.catalogimport.ledger.LedgerEntry;
import io.catalogimport.ledger.LedgerRow;
import io.catalogimport.ledger.LedgerScene;
import io.catalogimport.ledger.MappingState;
import io.catalogimport.mapping.StackMapping;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One mapping, a real ledger with it, and an AWS and a clock that do what the test wants. */
final class ImporterScene {
    static final Duration TIMEOUT = Duration.ofMinutes(10);
    static final Duration UNCHANGED_AFTER = Duration.ofMinutes(3);
    static final Duration OUTAGE = Duration.ofMinutes(5);
    static final StackMapping MAPPING = aMapping().build();
    static final Lane LANE = MAPPING.stackArn().lane();

    final FakeTime time = new FakeTime();
    final FakeCatalog catalog = new FakeCatalog();
    final FakeStacks stacks = new FakeStacks();
    final PollSchedule schedule = new PollSchedule(List.of(), new LookBudget(100, time));
    final LedgerScene ledger;
    SubmissionGuard guard = () -> {};
    Optional<Instant> endBy = Optional.empty();
    private Completion completion = Completion.STACK;
    private @Nullable String stackStatus;

    ImporterScene(PostgresDatabase database) {
        this.ledger = LedgerScene.in(database);
    }

    /** As with {@code --completion record}. */
    void completesWithTheRecord() {
        this.completion = Completion.RECORD;
    }

    /** The record, in the end, is SUCCEEDED and the provisioned product AVAILABLE. */
    void catalogSucceeds() {
        catalog.records().then(Optional.of(FakeCatalog.record("SUCCEEDED")));
        catalog.provisionedProductById().then(Optional.of(product().build()));
    }

    /** Validation saw the stack in this status. */
    void stackWasBefore(String status) {
        this.stackStatus = status;
    }

    /** Record, provisioned product and stack all say that the import is done. */
    void everythingSucceeds() {
        catalogSucceeds();
        stacks.shows("IMPORT_COMPLETE");
    }

    void recordFails(CatalogRecord.Fault... faults) {
        catalog.records()
                .then(Optional.of(new CatalogRecord(
                        "rec-1", "pp-1", RecordStatus.of("FAILED"), List.of(faults), CatalogRecord.Request.UNKNOWN)));
    }

    /** What the import of the mapping makes. */
    static ProvisionedProductBuilder product() {
        return ProvisionedProductBuilder.provisionedProductOf(MAPPING);
    }

    /** Imports the mapping, new in the ledger in this state. */
    ImportOutcome importStack(MappingState from) {
        LedgerEntry entry = ledger.entry(aMapping(), from);
        return importStack(
                new LedgerEntry(entry.runId(), entry.mapping(), entry.state(), entry.attempt(), stackStatus));
    }

    /** Imports it as another start of the program would: from what the ledger says. */
    ImportOutcome importAgain() {
        return importStack(ledger.entry(MAPPING.line(), row().state()));
    }

    LedgerRow row() {
        return ledger.row(MAPPING.line());
    }

    /** The token of the attempt that the ledger knows of. */
    Optional<String> tokenInLedger(MappingState state) {
        return Optional.ofNullable(ledger.entry(MAPPING.line(), state).attempt().idempotencyToken());
    }

    private ImportOutcome importStack(LedgerEntry entry) {
        ImportSettings settings = new ImportSettings(
                completion, TIMEOUT, UNCHANGED_AFTER, new Patience(OUTAGE, OUTAGE, TIMEOUT), () -> endBy);
        return new StackImporter(
                        ledger.ledger(),
                        new Gateways(catalog, stacks),
                        new Gates(guard, (ready, begin) -> begin.get()),
                        new Waiting(schedule, settings, time, time))
                .importStack(ledger.run(), entry);
    }
}
