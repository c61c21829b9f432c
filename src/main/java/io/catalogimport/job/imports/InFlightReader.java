package io.catalogimport.job.imports;

import io.catalogimport.aws.AwsBusyException;
import io.catalogimport.aws.LaneClosedException;
import io.catalogimport.ledger.LaneUnit;
import io.catalogimport.ledger.LedgerEntry;
import io.catalogimport.ledger.Remark;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.infrastructure.item.ItemReader;

/** Reads, each once, the mappings that processes of this file or another have left in flight in a partition. */
final class InFlightReader implements ItemReader<LedgerEntry> {
    private static final Logger log = LoggerFactory.getLogger(InFlightReader.class);

    private final LaneReaders sources;
    private final LaneUnit unit;
    private @Nullable Queue<LedgerEntry> left;

    InFlightReader(LaneReaders sources, LaneUnit unit) {
        this.sources = sources;
        this.unit = unit;
    }

    @Override
    public @Nullable LedgerEntry read() {
        if (left == null) {
            left = new ArrayDeque<>();
            sources
                    .queue()
                    .inFlight(
                            sources.context().run(),
                            unit,
                            sources.context().start().resumedAt())
                    .stream()
                    .filter(sources.followed()::add)
                    .filter(this::canBeDecided)
                    .forEach(left::add);
        }
        LedgerEntry next = left.poll();
        if (next != null) {
            sources.takeover().announce(unit, next);
        }
        return next;
    }

    /** With credentials for another account, what is in flight would look as if it had never been. */
    private boolean canBeDecided(LedgerEntry entry) {
        try {
            sources.caller().requireAccount(entry.lane());
            return true;
        } catch (LaneClosedException | AwsBusyException e) {
            log.warn("Line {} stays {}: {}", entry.line(), entry.state(), e.getMessage());
            sources.ledger()
                    .remark(entry, new Remark(e.reasonCode(), e.getMessage() + ". The import is left as it is."));
            return false;
        }
    }
}
