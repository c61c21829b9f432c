package io.catalogimport.launch;

import io.catalogimport.launch.UndoneRow.End;
import io.catalogimport.ledger.Obstacle;
import io.catalogimport.ledger.ReleaseChoice;
import io.catalogimport.ledger.Releases;
import io.catalogimport.ledger.Run;
import io.catalogimport.run.NoSuchRowException;
import io.catalogimport.run.StopRequest;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rows that an undo works on, in their order. A lane is left out while an import or another undo is under way in it. */
public final class UndoRows {
    private final Run run;
    private final UndoSettings settings;
    private final Releases ledger;
    private final StopRequest stop;

    UndoRows(Run run, UndoSettings settings, Releases ledger, StopRequest stop) {
        this.run = run;
        this.settings = settings;
        this.ledger = ledger;
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

    /** The accounts and regions in which there is something to release. */
    List<String> lanes() {
        return ledger.lanes(run, settings.choice());
    }

    /** Hands a queue of the rows to the work. A lane is left out while an import or another undo is under way in it. */
    UndoResult workOn(UndoTally tally, Consumer<ReleaseQueue> work) {
        Preview ahead = preview();
        List<String> lanes = lanes();
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
                ? ledger.others(run, lines).stream().map(UndoRows::notImported)
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
}
