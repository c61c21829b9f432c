package io.catalogimport.launch;

import io.catalogimport.ledger.MappingState;
import io.catalogimport.ledger.Release;
import io.catalogimport.ledger.ReleaseChoice;
import io.catalogimport.ledger.Releases;
import io.catalogimport.ledger.Run;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rows to release: what an earlier undo has begun first, then what was imported last. One at a time in each lane. In
 * memory is one row of each lane. Thread-safe.
 */
final class ReleaseQueue {
    /** What was begun is finished first; otherwise the newest import comes first. */
    private static final Comparator<Release> ORDER = Comparator.comparing(
                    (Release row) -> row.entry().state() == MappingState.RELEASING)
            .thenComparing(Release::importedAt)
            .thenComparing(Release::line);

    private final Releases ledger;
    private final Run run;
    private final ReleaseChoice choice;
    private final Map<String, Deque<Release>> unfinished = new HashMap<>();
    private final Map<String, Release> next = new HashMap<>();
    private final Map<String, Release> last = new HashMap<>();
    private final Set<String> busy = new HashSet<>();
    private final Set<Integer> left = new HashSet<>();
    private boolean stopped;

    ReleaseQueue(Releases ledger, Run run, ReleaseChoice choice, List<String> lanes) {
        this.ledger = ledger;
        this.run = run;
        this.choice = choice;
        ledger.unfinished(run).stream()
                .filter(row -> lanes.contains(row.lane().toString()))
                .forEach(row -> unfinished
                        .computeIfAbsent(row.lane().toString(), lane -> new ArrayDeque<>())
                        .add(row));
        lanes.forEach(this::advance);
    }

    /** The next row, in a lane where nothing is being done; empty if there is none now. */
    synchronized Optional<Release> take() {
        if (stopped) {
            return Optional.empty();
        }
        Optional<Release> found = next.values().stream().max(ORDER);
        found.map(row -> row.lane().toString()).ifPresent(lane -> {
            next.remove(lane);
            busy.add(lane);
        });
        return found;
    }

    /**
     * Nothing is being done about the row any more.
     *
     * @param goOn whether anything else may be begun in its lane
     */
    synchronized void done(Release row, boolean goOn) {
        String lane = row.lane().toString();
        busy.remove(lane);
        if (row.entry().state() == MappingState.IMPORTED) {
            last.put(lane, row);
        }
        if (goOn) {
            advance(lane);
        }
    }

    /** What an earlier undo has begun did not end in a release. This undo does not try it again. */
    synchronized void leave(Release row) {
        if (row.entry().state() == MappingState.RELEASING) {
            left.add(row.line());
        }
    }

    /** Nothing else begins. */
    synchronized void stop() {
        stopped = true;
    }

    private void advance(String lane) {
        @Nullable
        Release begun = unfinished.getOrDefault(lane, new ArrayDeque<>()).poll();
        Optional<Release> found = begun == null ? nextImport(lane) : Optional.of(begun);
        found.ifPresent(row -> next.put(lane, row));
    }

    private Optional<Release> nextImport(String lane) {
        Optional<Release> found = ledger.next(run, choice, lane, last.get(lane));
        while (found.filter(row -> left.contains(row.line())).isPresent()) {
            found = ledger.next(run, choice, lane, found.get());
        }
        return found;
    }
}
