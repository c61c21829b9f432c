package io.catalogimport.job;

import io.catalogimport.ledger.Ledger;
import io.catalogimport.ledger.LedgerEntry;
import io.catalogimport.ledger.MappingState;
import io.catalogimport.ledger.ProcessLocks;
import io.catalogimport.ledger.Remark;
import io.catalogimport.ledger.Run;
import io.catalogimport.ledger.Selection;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Ends an import because an operator, who has looked in AWS, says how it ended. */
public final class Resolution {
    /** The code of a row that was ended so. */
    static final String CODE = "RESOLVED_BY_OPERATOR";

    private final Ledger ledger;
    private final Run run;
    private final ProcessLocks locks;
    private final LockQueue queue;
    private final Clock clock;

    Resolution(Ledger ledger, Run run, ProcessLocks locks, LockQueue queue, Clock clock) {
        this.ledger = ledger;
        this.run = run;
        this.locks = locks;
        this.queue = queue;
        this.clock = clock;
    }

    /**
     * What the operator says.
     *
     * @param line the line of the row
     * @param end IMPORTED or FAILED
     * @param reason how the operator knows
     */
    public record Word(int line, MappingState end, String reason) {}

    /**
     * Writes the word down as the row's end.
     *
     * @return the row's remark from then on
     * @throws NoSuchRowException if no row begins on the line
     * @throws NothingToResolveException if the row's end is known, or is being followed
     * @throws LockedException if another process works on the file or in the row's lane
     */
    public Remark accept(Word word) {
        queue.take(locks, RunLauncher.lockName(run.digest()), "is working on this mapping file (or a copy of it)");
        LedgerEntry entry = ledger.find(run, word.line())
                .orElseThrow(() -> new NoSuchRowException(new Selection.Lines(word.line(), word.line())));
        if (entry.state() != MappingState.UNRESOLVED && entry.state() != MappingState.SUBMITTING) {
            throw new NothingToResolveException(entry);
        }
        queue.take(locks, LaneLocks.lockName(entry.lane().toString()), "is importing in " + entry.lane());
        Remark remark = new Remark(
                CODE,
                "Resolved as %s by %s@%s at %s: %s"
                        .formatted(
                                word.end().name().toLowerCase(Locale.ROOT),
                                System.getProperty("user.name", "unknown"),
                                HostName.ofThisMachine(),
                                clock.instant().truncatedTo(ChronoUnit.SECONDS),
                                word.reason()));
        ledger.ended(entry, word.end(), remark, clock.instant());
        return remark;
    }
}
