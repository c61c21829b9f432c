package io.catalogimport.cli;

import io.catalogimport.importing.ImportOutcome;
import io.catalogimport.ledger.LedgerEntry;
import io.catalogimport.ledger.MappingState;
import io.catalogimport.ledger.StateCounts;
import io.catalogimport.run.ImportWork;
import io.catalogimport.run.LaneOptions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Timer;
import java.util.TimerTask;

/** Progress as a block of lines at the bottom of a terminal. All other lines scroll above it. */
final class ProgressBlock implements ProgressView {
    private static final Duration TICK = Duration.ofMillis(250);

    private final TerminalBlock terminal;
    private final boolean shared;
    private final ProgressState state;
    private final Timer ticks = new Timer("progress", true);

    ProgressBlock(TerminalBlock terminal, Clock clock, LaneOptions lanes) {
        this.terminal = terminal;
        this.shared = lanes.shared();
        this.state = new ProgressState(clock, lanes);
        ticks.schedule(
                new TimerTask() {
                    @Override
                    public void run() {
                        terminal.show(size -> BlockText.lines(state.picture(), size));
                    }
                },
                TICK.toMillis(),
                TICK.toMillis());
    }

    @Override
    public void recovered(StateCounts rows) {
        tell(ProgressText.recovered(rows));
    }

    @Override
    public void waiting(String words, Instant deadline) {
        tell(ProgressText.waiting(words, deadline));
    }

    @Override
    public void aboutFile(String sentence) {
        tell(sentence);
    }

    @Override
    public void databaseAway(Instant deadline) {
        tell(ProgressText.databaseAway(deadline));
    }

    @Override
    public void databaseBack(Duration away) {
        tell(ProgressText.databaseBack(away));
    }

    @Override
    public void note(String sentence) {
        tell(sentence);
    }

    private void tell(String sentence) {
        terminal.above(Printable.text(sentence) + "\n");
    }

    @Override
    public void validating(long mappings, long rows) {
        state.validating(mappings, rows);
    }

    @Override
    public void validated(LedgerEntry entry, MappingState verdict, String words) {
        state.validated(verdict);
    }

    @Override
    public void importing(ImportWork work) {
        state.importing(work);
        tell(ProgressText.importing(work, shared));
    }

    @Override
    public void started(LedgerEntry entry) {
        state.started(entry);
    }

    @Override
    public void ended(LedgerEntry entry, ImportOutcome outcome) {
        Duration took = state.ended(entry, outcome);
        if (ProgressText.isTrouble(outcome)) {
            tell(ProgressText.ended(entry, outcome, took));
        }
    }

    @Override
    public long rowsDone() {
        return state.rowsDone();
    }

    @Override
    public String summary() {
        return state.summary();
    }

    @Override
    public void finish() {
        ticks.cancel();
        terminal.close();
    }
}
