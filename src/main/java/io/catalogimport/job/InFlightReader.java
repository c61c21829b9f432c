package io.catalogimport.job;

import io.catalogimport.aws.AwsBusyException;
import io.catalogimport.aws.CallerIdentity;
import io.catalogimport.aws.LaneClosedException;
import io.catalogimport.ledger.Ledger;
import io.catalogimport.ledger.LedgerEntry;
import io.catalogimport.ledger.Remark;
import io.catalogimport.ledger.Run;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.infrastructure.item.ItemReader;

/**
 * Reads, each once, the mappings that earlier starts, of this file or another, have left in flight in a lane; of a lane
 * that another process has, none.
 */
final class InFlightReader implements ItemReader<LedgerEntry> {
    private static final Logger log = LoggerFactory.getLogger(InFlightReader.class);

    private final Ledger ledger;
    private final Run run;
    private final LaneLocks locks;
    private final CallerIdentity caller;
    private final @Nullable String lane;
    private @Nullable Queue<LedgerEntry> left;

    /** @param lane null for the whole file */
    InFlightReader(Ledger ledger, Run run, LaneLocks locks, CallerIdentity caller, @Nullable String lane) {
        this.ledger = ledger;
        this.run = run;
        this.locks = locks;
        this.caller = caller;
        this.lane = lane;
    }

    /** Before anything is done in AWS, the lane is locked against other processes. */
    @Override
    public @Nullable LedgerEntry read() {
        if (left == null) {
            left = new ArrayDeque<>();
            if (locks.tryTake(lane)) {
                ledger.inFlight(run, lane).stream().filter(this::canBeDecided).forEach(left::add);
            }
        }
        return left.poll();
    }

    /** With credentials for another account, what is in flight would look as if it had never been. */
    private boolean canBeDecided(LedgerEntry entry) {
        try {
            caller.requireAccount(entry.lane());
            return true;
        } catch (LaneClosedException | AwsBusyException e) {
            log.warn("Line {} stays {}: {}", entry.line(), entry.state(), e.getMessage());
            ledger.remark(entry, new Remark(e.reasonCode(), e.getMessage() + ". The import is left as it is."));
            return false;
        }
    }
}
