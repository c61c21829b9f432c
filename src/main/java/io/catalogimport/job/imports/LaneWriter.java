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
 * is filtered: AWS was not asked, or another process was faster.
 */
final class LaneWriter implements ItemWriter<LedgerEntry>, StepExecutionListener {
    private final StackImportWriter writer;
    private final AtomicLong untouched = new AtomicLong();

    LaneWriter(StackImportWriter writer) {
        this.writer = writer;
    }

    @Override
    public void write(Chunk<? extends LedgerEntry> chunk) {
        chunk.getItems().stream()
                .map(writer::write)
                .filter(LaneWriter::isUntouched)
                .forEach(outcome -> untouched.incrementAndGet());
    }

    private static boolean isUntouched(ImportOutcome outcome) {
        return outcome instanceof ImportOutcome.NotBegun
                || outcome instanceof ImportOutcome.Overtaken
                || outcome instanceof ImportOutcome.TakenBack;
    }

    @Override
    public @Nullable ExitStatus afterStep(StepExecution step) {
        step.setWriteCount(step.getWriteCount() - untouched.get());
        step.setFilterCount(step.getFilterCount() + untouched.get());
        return null;
    }
}
