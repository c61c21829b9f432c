package io.catalogimport.launch;

import io.catalogimport.aws.StackArn;
import io.catalogimport.ledger.Ledger;
import io.catalogimport.ledger.LedgerEntry;
import io.catalogimport.ledger.LockNames;
import io.catalogimport.ledger.MappingState;
import io.catalogimport.ledger.ProcessLocks;
import io.catalogimport.ledger.Remark;
import io.catalogimport.ledger.Run;
import io.catalogimport.ledger.Selection;
import io.catalogimport.ledger.WorkQueue;
import io.catalogimport.run.FileRows;
import io.catalogimport.run.HostName;
import io.catalogimport.run.LockQueue;
import io.catalogimport.run.LockedException;
import io.catalogimport.run.NoSuchRowException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/**
 * Ends an import because an operator, who has looked in AWS, says how it ended. The import may be of an older version of
 * the mapping file, or of another file: what counts is the stack.
 */
public final class Resolution {
    /** The code of a row that was ended so. */
    static final String CODE = "RESOLVED_BY_OPERATOR";

    private final Ledger ledger;
    private final WorkQueue imports;
    private final Run run;
    private final FileRows file;
    private final ProcessLocks locks;
    private final LockQueue queue;
    private final Clock clock;

    Resolution(
            Ledger ledger,
            WorkQueue imports,
            Run run,
            FileRows file,
            ProcessLocks locks,
            LockQueue queue,
            Clock clock) {
        this.ledger = ledger;
        this.imports = imports;
        this.run = run;
        this.file = file;
        this.locks = locks;
        this.queue = queue;
        this.clock = clock;
    }

    /** Which import the operator means. */
    public sealed interface Target {}

    /** The import of the row on this line of the mapping file. */
    public record OnLine(int line) implements Target {
        @Override
        public String toString() {
            return "Line " + line;
        }
    }

    /** The import of this stack, whether the mapping file has it or not. */
    public record OfStack(StackArn arn) implements Target {
        @Override
        public String toString() {
            return "Stack " + arn;
        }
    }

    /**
     * What the operator says.
     *
     * @param end IMPORTED, FAILED or RELEASED
     * @param reason how the operator knows
     */
    public record Word(Target target, MappingState end, String reason) {}

    /**
     * Writes the word down as the row's end.
     *
     * @return the row's remark from then on
     * @throws NoSuchRowException if no row begins on the line
     * @throws NothingToResolveException if no import is in flight
     * @throws LockedException if another process works on the file or in the row's lane
     */
    public Remark accept(Word word) {
        queue.take(locks, LockNames.run(run.digest()), "is working on this mapping file (or a copy of it)");
        LedgerEntry found = inFlight(word.target());
        queue.take(locks, LockNames.lane(found.lane().toString()), "is importing in " + found.lane());
        // While the lane was another process's, that process may have moved the row.
        LedgerEntry entry = inFlight(word.target());
        if (!entry.state().successors().contains(word.end())) {
            throw new NothingToResolveException(word.target() + " is " + entry.state());
        }
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

    private LedgerEntry inFlight(Target target) {
        if (target instanceof OnLine row) {
            return onLine(row);
        }
        StackArn arn = ((OfStack) target).arn();
        return imports.inFlight(arn)
                .orElseThrow(() -> new NothingToResolveException("No import of " + arn + " is in flight"));
    }

    /** The row's own import or, after a change of the file, the one that an older version of it has left. */
    private LedgerEntry onLine(OnLine row) {
        Optional<LedgerEntry> own = imports.onLine(run, row.line());
        if (own.isPresent() && MappingState.IN_FLIGHT.contains(own.get().state())) {
            return own.get();
        }
        StackArn arn = own.map(entry -> entry.mapping().stackArn())
                .or(() -> file.stackOn(row.line()))
                .orElseThrow(() -> new NoSuchRowException(new Selection.Lines(row.line(), row.line())));
        String state = own.map(entry -> "is " + entry.state()).orElse("was not imported");
        return imports.inFlight(arn).orElseThrow(() -> new NothingToResolveException(row + " " + state));
    }
}
