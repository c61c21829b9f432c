package io.catalogimport.launch;

import io.catalogimport.job.report.LaterReport;
import io.catalogimport.job.step.RowLogContext;
import io.catalogimport.launch.UndoneRow.End;
import io.catalogimport.ledger.Release;
import io.catalogimport.releasing.ReleaseOutcome;
import io.catalogimport.releasing.Releaser;
import io.catalogimport.run.LockedException;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

/**
 * Releases what a run has imported, lane by lane, the newest import first. It is no Spring Batch job: the ledger knows what is
 * left, and no other process shares the work.
 */
public final class Undoing {
    private final UndoRows rows;
    private final UndoSettings settings;
    private final Releaser releaser;
    private final ChangedRun run;
    private final LaterReport report;

    Undoing(UndoRows rows, UndoSettings settings, Releaser releaser, ChangedRun run, LaterReport report) {
        this.rows = rows;
        this.settings = settings;
        this.releaser = releaser;
        this.run = run;
        this.report = report;
    }

    /**
     * Releases, and writes the results again.
     *
     * @param agreed how many rows the user has agreed to
     * @throws io.catalogimport.run.LockedException if another process works on the file or in one of the lanes, or has imported
     *     more rows since the user agreed
     */
    public UndoResult release(long agreed, Consumer<UndoneRow> view) {
        run.take(rows::lanes);
        long now = rows.preview().all();
        if (now > agreed) {
            throw LockedException.because(
                    "Another process has imported rows meanwhile: %d would be released now, not %d"
                            .formatted(now, agreed));
        }
        UndoTally tally = new UndoTally(view);
        try {
            return rows.workOn(tally, queue -> inThreads(() -> release(queue, tally), queue));
        } finally {
            report.write(run.run(), settings.file(), List.of(), false);
        }
    }

    private void release(ReleaseQueue queue, UndoTally tally) {
        for (var next = queue.take(); next.isPresent(); next = queue.take()) {
            Release row = next.get();
            ReleaseOutcome outcome = RowLogContext.during(row.entry(), () -> releaser.release(row));
            count(row, outcome, tally);
            if (endsAll(outcome)) {
                queue.stop();
            }
            if (outcome instanceof ReleaseOutcome.NotReleased) {
                queue.leave(row);
            }
            queue.done(row, !(outcome instanceof ReleaseOutcome.Open || outcome instanceof ReleaseOutcome.Unreachable));
        }
    }

    /** Where one release runs at a time over the whole file, one without a known end keeps all others from beginning. */
    private boolean endsAll(ReleaseOutcome outcome) {
        return outcome instanceof ReleaseOutcome.StackChanged
                || outcome instanceof ReleaseOutcome.Suspended
                || (outcome instanceof ReleaseOutcome.Open && settings.lanes() == 1);
    }

    private static void count(Release row, ReleaseOutcome outcome, UndoTally tally) {
        if (outcome instanceof ReleaseOutcome.Released released) {
            tally.add(UndoneRow.of(row, End.RELEASED, released.remark()));
        } else if (outcome instanceof ReleaseOutcome.StackChanged changed) {
            tally.stackHasChanged();
            tally.add(UndoneRow.of(row, End.RELEASED, changed.remark()));
        } else if (outcome instanceof ReleaseOutcome.NotReleased not) {
            tally.add(UndoneRow.of(row, End.NOT_RELEASED, not.remark()));
        } else if (outcome instanceof ReleaseOutcome.Unreachable unreachable) {
            tally.addUnreachable(UndoneRow.of(row, End.NOT_RELEASED, unreachable.remark()));
        } else if (outcome instanceof ReleaseOutcome.Open open) {
            tally.add(UndoneRow.of(row, End.RELEASING, open.remark()));
        }
    }

    private void inThreads(Runnable work, ReleaseQueue queue) {
        new ChangeThreads("undo-", settings.lanes(), queue::stop).run(Collections.nCopies(settings.lanes(), work));
    }
}
