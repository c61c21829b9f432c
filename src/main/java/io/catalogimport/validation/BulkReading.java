package io.catalogimport.validation;

import io.catalogimport.aws.Lane;
import io.catalogimport.mapping.StackMapping;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/**
 * Reads about many mappings of a lane together: some thousands that come next in the file, then those after them, so that
 * what is kept grows neither with the file nor with the account. Where it is not known what comes next, about the whole
 * lane. For use by several threads.
 */
final class BulkReading<T> {
    /** How many mappings are read about together. AWS's lists are read once for them, which takes a call for 100 entries. */
    private static final int MOST = 20_000;

    /** How many the work list is asked for at a time; a whole mapping takes more memory than what is wanted of it. */
    private static final int PAGE = 1_000;

    /** Several threads take mappings in about the order of the file; the first to come need not be the first in it. */
    private static final int LINES_BEFORE = 1_000;

    /** While some threads have gone on to the next mappings, others have yet to finish those before. */
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

    /** What was read about mappings that this one is among. */
    T about(StackMapping mapping) {
        return around(mapping).content().get();
    }

    @FunctionalInterface
    interface Reader<T> {
        T read(Wanted wanted);
    }

    private record Window<T>(BitSet lines, Once<T> content) {
        /** Without lines, it is about the whole lane. */
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
