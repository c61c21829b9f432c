package io.catalogimport.validation;

import io.catalogimport.aws.Lane;
import io.catalogimport.mapping.StackMapping;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/**
 * Reads about many mappings of a lane together: the next thousands in the file, then the thousands after them. So
 * memory grows neither with the file nor with the account. If it is not known what comes next, it reads about the whole
 * lane. Thread-safe.
 */
final class BulkReading<T> {
    /**
     * How many mappings are read about together. AWS's lists are read once for them, with one call for each 100
     * entries.
     */
    private static final int MOST = 20_000;

    /**
     * How many mappings the work list returns at a time. A whole mapping takes more memory than the part that is
     * needed.
     */
    private static final int PAGE = 1_000;

    /**
     * Several threads take mappings roughly in the order of the file. The first one here may not be the first in the
     * file.
     */
    private static final int LINES_BEFORE = 1_000;

    /** While some threads work on the next mappings, others still finish the previous ones. */
    private static final int KEPT = 2;

    private final Lane lane;
    private final UpcomingMappings upcoming;
    private final Reader<T> reader;
    private final Deque<Window<T>> latest = new ArrayDeque<>(KEPT);

    BulkReading(Lane lane, UpcomingMappings upcoming, Reader<T> reader) {
        this.lane = lane;
        this.upcoming = upcoming;
        this.reader = reader;
    }

    /** What was read about a group of mappings with this one in it. */
    T about(StackMapping mapping) {
        return around(mapping).content().get();
    }

    @FunctionalInterface
    interface Reader<T> {
        T read(Wanted wanted);
    }

    private record Window<T>(BitSet lines, Once<T> content) {
        /** Without lines, the window is the whole lane. */
        private boolean covers(StackMapping mapping) {
            return lines.isEmpty() || lines.get(mapping.line());
        }
    }

    private synchronized Window<T> around(StackMapping mapping) {
        for (Window<T> window : latest) {
            if (window.covers(mapping)) {
                return window;
            }
        }
        Wanted wanted = around(mapping.line());
        if (!wanted.isAnything()) {
            wanted.add(mapping);
        }
        Window<T> window = new Window<>(wanted.lines(), new Once<>(() -> reader.read(wanted)));
        if (latest.size() == KEPT) {
            latest.removeLast();
        }
        latest.addFirst(window);
        return window;
    }

    private Wanted around(int line) {
        Wanted wanted = new Wanted();
        int next = line - LINES_BEFORE;
        List<StackMapping> page;
        do {
            page = upcoming.from(lane, next, PAGE);
            for (StackMapping mapping : page) {
                wanted.add(mapping);
                next = mapping.line() + 1;
            }
        } while (page.size() == PAGE && wanted.size() < MOST);
        return wanted;
    }
}
