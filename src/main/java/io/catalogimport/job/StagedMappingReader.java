package io.catalogimport.job;

import io.catalogimport.ledger.Ledger;
import io.catalogimport.ledger.LedgerEntry;
import io.catalogimport.ledger.MappingState;
import io.catalogimport.ledger.Run;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ItemReader;

/** Reads the mappings that are to be validated, in file order. The ledger itself is the place to restart from. */
final class StagedMappingReader implements ItemReader<LedgerEntry> {
    private static final int PAGE_SIZE = 200;

    private final Ledger ledger;
    private final Run run;
    private final Queue<LedgerEntry> page = new ArrayDeque<>();
    private int lastLine;

    StagedMappingReader(Ledger ledger, Run run) {
        this.ledger = ledger;
        this.run = run;
    }

    @Override
    public @Nullable LedgerEntry read() {
        if (page.isEmpty()) {
            page.addAll(ledger.page(run, MappingState.STAGED, lastLine, PAGE_SIZE));
        }
        LedgerEntry next = page.poll();
        if (next != null) {
            lastLine = next.line();
        }
        return next;
    }
}
