package io.catalogimport.launch;

import io.catalogimport.aws.FailureKind;
import io.catalogimport.handover.HandoverOutcome.End;
import io.catalogimport.ledger.Obstacle;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Counts what becomes of rows, and hands them on. Thread-safe. */
final class HandoverTally {
    private final Consumer<HandedOverRow> view;
    private final Map<End, Long> ends = new EnumMap<>(End.class);
    private long denied;
    private long unreachable;

    HandoverTally(Consumer<HandedOverRow> view) {
        this.view = view;
    }

    synchronized void add(HandedOverRow row) {
        ends.merge(row.end(), 1L, Long::sum);
        if (row.end() == End.NOT_HANDED_OVER) {
            denied += isOf(FailureKind.REFUSALS, row) ? 1 : 0;
            unreachable += isOf(FailureKind.OUTAGES, row) ? 1 : 0;
        }
        view.accept(row);
    }

    private static boolean isOf(Set<FailureKind> kinds, HandedOverRow row) {
        return kinds.stream().anyMatch(kind -> kind.name().equals(row.code()));
    }

    synchronized HandoverResult result(long all, List<Obstacle> inFlight, boolean stopped) {
        long tried = ends.values().stream().mapToLong(Long::longValue).sum();
        return new HandoverResult(
                of(End.TO_HAND_OVER),
                of(End.HANDED_OVER),
                of(End.OWNED_ALREADY),
                of(End.NOT_HANDED_OVER),
                denied,
                unreachable,
                of(End.IN_PROGRESS),
                Math.max(0, all - tried),
                inFlight,
                stopped);
    }

    private long of(End end) {
        return ends.getOrDefault(end, 0L);
    }
}
