package io.catalogimport.job.imports;

import io.catalogimport.ledger.LedgerEntry;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The imports that this process has taken up: it follows each once, also if it is in flight afterwards. Thread-safe. */
final class FollowedImports {
    private final Set<Attempted> attempts = ConcurrentHashMap.newKeySet();

    private record Attempted(long run, int line, @Nullable Instant startedAt) {}

    /** False if it was taken up before. */
    boolean add(LedgerEntry entry) {
        return attempts.add(
                new Attempted(entry.runId(), entry.line(), entry.attempt().startedAt()));
    }
}
