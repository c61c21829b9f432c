package io.catalogimport.cli;

import io.catalogimport.importing.ImportOutcome;
import io.catalogimport.ledger.LedgerEntry;
import io.catalogimport.ledger.MappingState;
import io.catalogimport.ledger.StateCounts;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Timer;
import java.util.TimerTask;

/** Progress as one line that is written over: done of total, the present stack, elapsed time and time left. */
final class ProgressLine implements ProgressView {
    private static final Duration TICK = Duration.ofSeconds(1);
    private static final String CLEAR = "\r\u001b[K";

    private final PrintStream terminal;
    private final Clock clock;
    private final boolean shared;
    private final Timer ticks = new Timer("progress", true);

    private String activity = "";
    private String present = "";
    private long total;
    private long done;
    private long rowsDone;
    private boolean finished;
    private Instant beganAt;

    /** @param shared whether other processes work on the run too: then it is not known how many rows are left to this one */
    ProgressLine(PrintStream terminal, Clock clock, boolean shared) {
        this.terminal = terminal;
        this.clock = clock;
        this.shared = shared;
        this.beganAt = clock.instant();
        ticks.schedule(
                new TimerTask() {
                    @Override
                    public void run() {
                        draw();
                    }
                },
                TICK.toMillis(),
                TICK.toMillis());
    }

    @Override
    public synchronized void recovered(StateCounts rows) {
        tell(ProgressText.recovered(rows));
    }

    @Override
    public synchronized void waiting(String words, Instant deadline) {
        tell(ProgressText.waiting(words, deadline));
    }

    @Override
    public synchronized void aboutFile(String sentence) {
        tell(sentence);
    }

    @Override
    public synchronized void databaseAway(Instant deadline) {
        tell(ProgressText.databaseAway(deadline));
    }

    @Override
    public synchronized void note(String sentence) {
        tell(sentence);
    }

    private void tell(String sentence) {
        terminal.println(CLEAR + Printable.text(sentence));
    }

    @Override
    public synchronized void validating(long mappings, long rows) {
        begin("validating", mappings);
    }

    @Override
    public synchronized void validated(LedgerEntry entry, MappingState verdict, String words) {
        present = entry.mapping().stackArn().stackName();
        done++;
        rowsDone++;
        draw();
    }

    @Override
    public synchronized void importing(long mappings) {
        begin("importing", mappings);
    }

    @Override
    public synchronized void started(LedgerEntry entry) {
        present = entry.mapping().stackArn().stackName();
        draw();
    }

    @Override
    public synchronized void ended(LedgerEntry entry, ImportOutcome outcome) {
        if (outcome instanceof ImportOutcome.NotBegun) {
            return;
        }
        done++;
        rowsDone++;
        draw();
    }

    @Override
    public synchronized long rowsDone() {
        return rowsDone;
    }

    private void begin(String what, long mappings) {
        activity = what;
        present = "";
        total = mappings;
        done = 0;
        beganAt = clock.instant();
        draw();
    }

    private synchronized void draw() {
        if (total == 0 || finished) {
            return;
        }
        Duration elapsed = Duration.between(beganAt, clock.instant());
        String part = shared ? done + " by this worker, " + total + " by all" : done + "/" + total;
        String left = shared ? "" : "  left " + left(elapsed);
        terminal.print(CLEAR
                + Printable.text(
                        activity + " " + part + "  " + present + "  elapsed " + ImportTimes.clock(elapsed) + left));
        terminal.flush();
    }

    private String left(Duration elapsed) {
        return done == 0
                ? "--:--:--"
                : ImportTimes.clock(elapsed.multipliedBy(total - done).dividedBy(done));
    }

    @Override
    public synchronized void finish() {
        if (!finished) {
            finished = true;
            ticks.cancel();
            terminal.print(CLEAR);
            terminal.flush();
        }
    }
}
