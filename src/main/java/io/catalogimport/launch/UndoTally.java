package io.catalogimport.launch;

import io.catalogimport.aws.FailureKind;
import io.catalogimport.launch.UndoneRow.End;
import io.catalogimport.ledger.Obstacle;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Counts what becomes of rows, and hands them on. Thread-safe. */
final class UndoTally {
    private final Consumer<UndoneRow> view;
    private final Map<End, Long> ends = new EnumMap<>(End.class);
    private long denied;
    private long unreachable;
    private long waiting;
    private long others;
    private boolean stackChanged;

    UndoTally(Consumer<UndoneRow> view) {
        this.view = view;
    }

    synchronized void add(UndoneRow row) {
        ends.merge(row.end(), 1L, Long::sum);
        if (row.end() == End.NOT_RELEASED) {
            denied += isOf(FailureKind.REFUSALS, row) ? 1 : 0;
            unreachable += isOf(FailureKind.OUTAGES, row) ? 1 : 0;
        }
        view.accept(row);
    }

    /** A row in whose lane nothing can be begun now. */
    synchronized void addUnreachable(UndoneRow row) {
        if (!isOf(FailureKind.ALL, row)) {
            waiting++;
        }
        add(row);
    }

    /** A row that the user names and this run has not imported. */
    synchronized void addOther(UndoneRow row) {
        others++;
        add(row);
    }

    private static boolean isOf(Set<FailureKind> kinds, UndoneRow row) {
        return kinds.stream().anyMatch(kind -> kind.name().equals(row.code()));
    }

    synchronized void stackHasChanged() {
        stackChanged = true;
    }

    synchronized UndoResult result(long chosen, List<Obstacle> obstacles, boolean stopped) {
        long tried = of(End.RELEASABLE) + of(End.RELEASED) + of(End.NOT_RELEASED) + of(End.RELEASING) - others;
        return new UndoResult(
                of(End.RELEASABLE),
                of(End.RELEASED),
                of(End.NOT_RELEASED),
                denied,
                unreachable,
                waiting,
                of(End.RELEASING),
                Math.max(0, chosen - tried),
                obstacles,
                stackChanged,
                stopped);
    }

    private long of(End end) {
        return ends.getOrDefault(end, 0L);
    }
}
