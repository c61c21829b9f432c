package io.catalogimport.launch;

import io.catalogimport.aws.Lane;
import io.catalogimport.aws.StopRequestedException;
import io.catalogimport.handover.Handover;
import io.catalogimport.handover.HandoverOutcome;
import io.catalogimport.job.step.RowLogContext;
import io.catalogimport.ledger.HandoverRows;
import io.catalogimport.ledger.LedgerEntry;
import io.catalogimport.ledger.Obstacle;
import io.catalogimport.run.StopRequest;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;

/** Hands over what a run has imported, lane by lane, in the order of the file. In memory is one row of each lane. */
public final class HandingOver {
    private final HandoverSettings settings;
    private final HandoverRows rows;
    private final Handover handover;
    private final ChangedRun changed;
    private final StopRequest stop;

    HandingOver(HandoverSettings settings, HandoverRows rows, Handover handover, ChangedRun changed, StopRequest stop) {
        this.settings = settings;
        this.rows = rows;
        this.handover = handover;
        this.changed = changed;
        this.stop = stop;
    }

    /**
     * What is ahead, as the ledger has it. AWS is not asked.
     *
     * @param rows how many rows the run has imported
     * @param inFlight what keeps the handover from beginning
     */
    public record Preview(long rows, List<Lane> lanes, List<Obstacle> inFlight) {
        public Preview {
            lanes = List.copyOf(lanes);
            inFlight = List.copyOf(inFlight);
        }
    }

    /** What is ahead. */
    public Preview preview() {
        return new Preview(rows.count(changed.run()), rows.lanes(changed.run()), rows.inFlight(changed.run()));
    }

    /** Looks at what would be handed over. Changes nothing. */
    public HandoverResult plan(Consumer<HandedOverRow> view) {
        return work(handover::plan, view);
    }

    /**
     * Hands over. While anything of the run is in flight, nothing is done: the importing role still has to follow it.
     *
     * @throws io.catalogimport.run.LockedException if another process works on the file or in one of the lanes
     */
    public HandoverResult handOver(Consumer<HandedOverRow> view) {
        changed.take(
                () -> rows.lanes(changed.run()).stream().map(Lane::toString).toList());
        return work(handover::handOver, view);
    }

    private HandoverResult work(Function<LedgerEntry, HandoverOutcome> work, Consumer<HandedOverRow> view) {
        Preview ahead = preview();
        HandoverTally tally = new HandoverTally(view);
        if (ahead.inFlight().isEmpty() && !ahead.lanes().isEmpty()) {
            inThreads(ahead.lanes(), new LaneWork(work, tally, new AtomicBoolean()));
        }
        return tally.result(ahead.rows(), ahead.inFlight(), stop.isRequested());
    }

    /**
     * What is done in each lane.
     *
     * @param isOver whether nothing more is begun in any lane
     */
    private record LaneWork(Function<LedgerEntry, HandoverOutcome> work, HandoverTally tally, AtomicBoolean isOver) {}

    /** What ends a lane with an error ends all lanes: the credentials, the database or the locks are gone. */
    private void inThreads(List<Lane> lanes, LaneWork work) {
        new ChangeThreads("handover-", Math.min(settings.lanes(), lanes.size()), () -> work.isOver()
                        .set(true))
                .run(lanes.stream()
                        .<Runnable>map(lane -> () -> inLane(lane, work))
                        .toList());
    }

    private void inLane(Lane lane, LaneWork all) {
        try {
            Optional<LedgerEntry> next = rows.next(changed.run(), lane, 0);
            while (next.isPresent() && !all.isOver().get() && !stop.isRequested()) {
                LedgerEntry row = next.get();
                HandoverOutcome outcome =
                        RowLogContext.during(row, () -> all.work().apply(row));
                all.tally().add(HandedOverRow.of(row, outcome));
                next = outcome.isLaneClosed() ? Optional.empty() : rows.next(changed.run(), lane, row.line());
            }
        } catch (StopRequestedException e) {
            all.isOver().set(true);
        }
    }
}
