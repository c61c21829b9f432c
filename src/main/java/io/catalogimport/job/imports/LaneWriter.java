package io.catalogimport.job.imports;

import io.catalogimport.importing.ImportOutcome;
import io.catalogimport.ledger.LedgerEntry;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;

/**
 * The writer of one step. Batch counts each item that its writer got as written. A row that this process did nothing about
 * is filtered: AWS never got the request, or another process was faster. A row that was not begun counts as not even read:
 * it is read again after the pause, or stays for the next start.
 */
final class LaneWriter implements ItemWriter<LedgerEntry>, StepExecutionListener {
    private final StackImportWriter writer;
    private final AtomicLong filtered = new AtomicLong();
    private final AtomicLong notBegun = new AtomicLong();

    LaneWriter(StackImportWriter writer) {
        this.writer = writer;
    }

    @Override
    public void write(Chunk<? extends LedgerEntry> chunk) {
        chunk.getItems().stream().map(writer::write).forEach(this::count);
    }

    private void count(ImportOutcome outcome) {
        if (outcome instanceof ImportOutcome.NotBegun) {
            notBegun.incrementAndGet();
        } else if (outcome instanceof ImportOutcome.Overtaken || outcome instanceof ImportOutcome.TakenBack) {
            filtered.incrementAndGet();
        }
    }

    @Override
    public @Nullable ExitStatus afterStep(StepExecution step) {
        step.setReadCount(step.getReadCount() - notBegun.get());
        step.setWriteCount(step.getWriteCount() - notBegun.get() - filtered.get());
        step.setFilterCount(step.getFilterCount() + filtered.get());
        return null;
    }
}
