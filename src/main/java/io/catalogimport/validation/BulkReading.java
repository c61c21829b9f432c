package io.catalogimport.validation;

import io.catalogimport.aws.Lane;
import io.catalogimport.mapping.StackMapping;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Reads about many mappings of a lane together: some thousands that come next in the file, then those after them, so that
 * what is kept grows neither with the file nor with the account. Where it is not known what comes next, about the whole
 * lane. For use by several threads.
 */
final class BulkReading<T> {
    /** How many mappings are read about together. */
    private static final int MOST = 5_000;

    /** Several threads take mappings in about the order of the file; the first to come need not be the first in it. */
    private static final int LINES_BEFORE = 1_000;

    /** While some threads have gone on to the next mappings, others have yet to finish those before. */
    private static final int KEPT = 2;

    private final UpcomingMappings upcoming;
    private final Reader<T> reader;
    private final Map<Lane, Windows> lanes = new ConcurrentHashMap<>();

    BulkReading(UpcomingMappings upcoming, Reader<T> reader) {
        this.upcoming = upcoming;
        this.reader = reader;
    }

    /** What was read about mappings that this one is among. */
    T about(StackMapping mapping) {
        Lane lane = mapping.stackArn().lane();
        return lanes.computeIfAbsent(lane, Windows::new)
                .around(mapping)
                .content()
                .get();
    }

    @FunctionalInterface
    interface Reader<T> {

        /**
         * Reads about the mappings, or the whole lane where there are none because it is not known which are wanted.
         */
        T read(Lane lane, List<StackMapping> wanted);
    }

    private record Window<T>(boolean isWholeLane, BitSet lines, Once<T> content) {
        private boolean covers(StackMapping mapping) {
            return isWholeLane || lines.get(mapping.line());
        }
    }

    private final class Windows {
        private final Lane lane;
        private final Deque<Window<T>> latest = new ArrayDeque<>(KEPT);

        private Windows(Lane lane) {
            this.lane = lane;
        }

        private synchronized Window<T> around(StackMapping mapping) {
            return latest.stream()
                    .filter(window -> window.covers(mapping))
                    .findFirst()
                    .orElseGet(() -> open(mapping));
        }

        private Window<T> open(StackMapping mapping) {
            List<StackMapping> wanted = new ArrayList<>(upcoming.from(lane, mapping.line() - LINES_BEFORE, MOST));
            BitSet lines = new BitSet();
            wanted.forEach(each -> lines.set(each.line()));
            boolean isWholeLane = wanted.isEmpty();
            if (!isWholeLane && !lines.get(mapping.line())) {
                wanted.add(mapping);
                lines.set(mapping.line());
            }
            Window<T> window = new Window<>(isWholeLane, lines, new Once<>(() -> reader.read(lane, wanted)));
            if (latest.size() == KEPT) {
                latest.removeLast();
            }
            latest.addFirst(window);
            return window;
        }
    }
}
