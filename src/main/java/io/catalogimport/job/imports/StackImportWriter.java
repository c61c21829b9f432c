package io.catalogimport.job.imports;

import io.catalogimport.importing.ImportOutcome;
import io.catalogimport.importing.StackImporter;
import io.catalogimport.job.step.RowLogContext;
import io.catalogimport.ledger.LedgerEntry;
import io.catalogimport.run.PauseGate;
import io.catalogimport.run.RunContext;

/**
 * Imports a stack and waits for its end. The step around it is not fault-tolerant, for Batch may call such a writer
 * again with the same item (spring-batch #5128): how an import ends is an outcome in the ledger, not an exception.
 */
final class StackImportWriter {
    private final StackImporter importer;
    private final RunContext context;
    private final ClosedLanes closed;
    private final PauseGate gate;

    StackImportWriter(StackImporter importer, RunContext context, ClosedLanes closed, PauseGate gate) {
        this.importer = importer;
        this.context = context;
        this.closed = closed;
        this.gate = gate;
    }

    /** Imports one. */
    ImportOutcome write(LedgerEntry entry) {
        return RowLogContext.during(entry, () -> importStack(entry));
    }

    private ImportOutcome importStack(LedgerEntry entry) {
        context.progress().started(entry);
        ImportOutcome outcome = importer.importStack(context.run(), entry);
        if (outcome instanceof ImportOutcome.Postponed) {
            closed.close(entry.lane());
        }
        if (outcome instanceof ImportOutcome.NotBegun) {
            gate.lookAgain();
        }
        context.progress().ended(entry, outcome);
        return outcome;
    }
}
