package io.catalogimport.job;

import io.catalogimport.ledger.LedgerEntry;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The imports that this process has taken up: it follows each once, also if it is in flight afterwards. Thread-safe. */
final class FollowedImports {
    private final Set<Row> rows = ConcurrentHashMap.newKeySet();

    private record Row(long run, int line) {}

    /** False if it was taken up before. */
    boolean add(LedgerEntry entry) {
        return rows.add(new Row(entry.runId(), entry.line()));
    }
}
