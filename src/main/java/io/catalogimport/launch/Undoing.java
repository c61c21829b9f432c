package io.catalogimport.launch;

import io.catalogimport.aws.AwsBusyException;
import io.catalogimport.aws.AwsDeniedException;
import io.catalogimport.aws.AwsException;
import io.catalogimport.aws.AwsRefusedException;
import io.catalogimport.aws.LaneClosedException;
import io.catalogimport.aws.StopRequestedException;
import io.catalogimport.job.report.LaterReport;
import io.catalogimport.job.step.RowLogContext;
import io.catalogimport.launch.UndoneRow.End;
import io.catalogimport.ledger.LockNames;
import io.catalogimport.ledger.MappingState;
import io.catalogimport.ledger.Obstacle;
import io.catalogimport.ledger.ProcessLocks;
import io.catalogimport.ledger.Release;
import io.catalogimport.ledger.ReleaseChoice;
import io.catalogimport.ledger.Releases;
import io.catalogimport.ledger.Remark;
import io.catalogimport.ledger.Run;
import io.catalogimport.releasing.ReleaseCheck;
import io.catalogimport.releasing.ReleaseOutcome;
import io.catalogimport.releasing.Releaser;
import io.catalogimport.run.LockQueue;
import io.catalogimport.run.LockedException;
import io.catalogimport.run.NoSuchRowException;
import io.catalogimport.run.StopRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Releases what a run has imported, lane by lane, the newest import first. It is no Spring Batch job: the ledger knows what is
 * left, and no other process shares the work.
 */
public final class Undoing {
    private final Run run;
    private final UndoSettings settings;
    private final Releases ledger;
    private final ReleaseCheck check;
    private final Releaser releaser;
    private final ProcessLocks locks;
    private final LockQueue queue;
    private final LaterReport report;
    private final StopRequest stop;

    Undoing(
            Run run,
            UndoSettings settings,
            Releases ledger,
            ReleaseCheck check,
            Releaser releaser,
            ProcessLocks locks,
            LockQueue queue,
            LaterReport report,
            StopRequest stop) {
        this.run = run;
        this.settings = settings;
        this.ledger = ledger;
        this.check = check;
        this.releaser = releaser;
        this.locks = locks;
        this.queue = queue;
        this.report = report;
        this.stop = stop;
    }

    /**
     * What is ahead, as the ledger has it. AWS is not asked.
     *
     * @param chosen how many imported rows are to be released
     * @param unfinished how many releases an earlier undo has begun and not finished
     * @param byOtherRuns what other runs have imported of the file
     */
    public record Preview(long chosen, long unfinished, List<Releases.OtherRun> byOtherRuns) {
        public Preview {
            byOtherRuns = List.copyOf(byOtherRuns);
        }

        public long all() {
            return chosen + unfinished;
        }
    }

    /**
     * What is ahead.
     *
     * @throws NoSuchRowException if no row begins on a line that the user names
     */
    public Preview preview() {
        if (settings.choice() instanceof ReleaseChoice.OnLines lines) {
            lines.lines().stream()
                    .filter(range -> !ledger.hasRowOn(run, range))
                    .findFirst()
                    .ifPresent(range -> {
                        throw new NoSuchRowException(range);
                    });
        }
        return new Preview(
                ledger.count(run, settings.choice()), ledger.unfinished(run).size(), ledger.importedByOthers(run));
    }

    /** Looks at what would be released. Changes nothing. */
    public UndoResult plan(Consumer<UndoneRow> view) {
        UndoTally tally = new UndoTally(view);
        return work(tally, rows -> {
            for (var next = rows.take(); next.isPresent() && !stop.isRequested(); next = rows.take()) {
                Release row = next.get();
                tally.add(RowLogContext.during(row.entry(), () -> looked(row)));
                rows.done(row, true);
            }
        });
    }

    private UndoneRow looked(Release row) {
        if (row.entry().state() == MappingState.RELEASING) {
            return UndoneRow.of(row, End.RELEASING, Remark.NONE);
        }
        try {
            ReleaseCheck.Verdict verdict = check.of(row.entry());
            if (verdict instanceof ReleaseCheck.Verdict.Refused refused) {
                return UndoneRow.of(row, End.NOT_RELEASED, refused.remark());
            }
            return verdict instanceof ReleaseCheck.Verdict.Gone gone
                    ? UndoneRow.of(row, End.RELEASED, gone.remark())
                    : UndoneRow.of(row, End.RELEASABLE, Remark.NONE);
        } catch (LaneClosedException | AwsBusyException | AwsDeniedException | AwsRefusedException e) {
            return UndoneRow.of(row, End.NOT_RELEASED, remark(e));
        } catch (StopRequestedException e) {
            return UndoneRow.of(row, End.NOT_RELEASED, Remark.NONE);
        }
    }

    private static Remark remark(AwsException e) {
        return new Remark(e.reasonCode(), e.getMessage() + ".");
    }

    /**
     * Releases, and writes the results again.
     *
     * @param agreed how many rows the user has agreed to
     * @throws io.catalogimport.run.LockedException if another process works on the file or in one of the lanes, or has imported
     *     more rows since the user agreed
     */
    public UndoResult release(long agreed, Consumer<UndoneRow> view) {
        queue.take(locks, LockNames.run(run.digest()), "is working on this mapping file (or a copy of it)");
        ledger.lanes(run, settings.choice())
                .forEach(lane -> queue.take(locks, LockNames.lane(lane), "is importing or releasing in " + lane));
        long now = preview().all();
        if (now > agreed) {
            throw LockedException.because(
                    "Another process has imported rows meanwhile: %d would be released now, not %d"
                            .formatted(now, agreed));
        }
        UndoTally tally = new UndoTally(view);
        try {
            return work(tally, rows -> inThreads(() -> release(rows, tally), rows));
        } finally {
            report.write(run, settings.file(), List.of(), false);
        }
    }

    private UndoResult work(UndoTally tally, Consumer<ReleaseQueue> work) {
        Preview ahead = preview();
        List<String> lanes = ledger.lanes(run, settings.choice());
        List<Obstacle> obstacles = ledger.obstacles(run, lanes);
        Set<String> blocked = obstacles.stream().map(Obstacle::lane).collect(Collectors.toSet());
        others().forEach(tally::addOther);
        work.accept(new ReleaseQueue(
                ledger,
                run,
                settings.choice(),
                lanes.stream().filter(Predicate.not(blocked::contains)).toList()));
        return tally.result(ahead.all(), obstacles, stop.isRequested());
    }

    /** The rows that the user names and this run has not imported. */
    private Stream<UndoneRow> others() {
        return settings.choice() instanceof ReleaseChoice.OnLines lines
                ? ledger.others(run, lines).stream().map(Undoing::notImported)
                : Stream.of();
    }

    private static UndoneRow notImported(Releases.Other other) {
        return new UndoneRow(
                other.line(),
                null,
                null,
                null,
                End.NOT_RELEASED,
                "",
                "The row is %s: this run has not imported it.".formatted(other.state()));
    }

    private void release(ReleaseQueue rows, UndoTally tally) {
        for (var next = rows.take(); next.isPresent(); next = rows.take()) {
            Release row = next.get();
            ReleaseOutcome outcome = RowLogContext.during(row.entry(), () -> releaser.release(row));
            count(row, outcome, tally);
            if (endsAll(outcome)) {
                rows.stop();
            }
            if (outcome instanceof ReleaseOutcome.NotReleased) {
                rows.leave(row);
            }
            rows.done(row, !(outcome instanceof ReleaseOutcome.Open || outcome instanceof ReleaseOutcome.Unreachable));
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

    /**
     * Does the work in as many threads as lanes may be worked on at a time. If one of them fails, the others begin nothing more,
     * and end what they have begun.
     */
    private void inThreads(Runnable work, ReleaseQueue rows) {
        if (settings.lanes() == 1) {
            work.run();
            return;
        }
        ExecutorService threads = Executors.newFixedThreadPool(settings.lanes());
        try {
            List<CompletableFuture<Void>> running = new ArrayList<>();
            for (int thread = 0; thread < settings.lanes(); thread++) {
                running.add(CompletableFuture.runAsync(() -> stopping(work, rows), threads));
            }
            // All have ended before this one goes on: what they still need is closed after it.
            CompletableFuture.allOf(running.toArray(CompletableFuture[]::new)).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof Error cause) {
                throw cause;
            }
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        } finally {
            threads.shutdown();
        }
    }

    private static void stopping(Runnable work, ReleaseQueue rows) {
        try {
            work.run();
        } catch (RuntimeException | Error e) {
            rows.stop();
            throw e;
        }
    }
}
