package io.catalogimport.metrics;

import io.catalogimport.importing.ImportOutcome;
import io.catalogimport.ledger.LedgerEntry;
import io.catalogimport.ledger.MappingState;
import io.catalogimport.ledger.StateCounts;
import io.catalogimport.run.ImportWork;
import io.catalogimport.run.RunProgress;
import java.time.Duration;
import java.time.Instant;

/** Progress that nobody watches. */
final class SilentProgress implements RunProgress {
    @Override
    public void recovered(StateCounts rows) {}

    @Override
    public void waiting(String words, Instant deadline) {}

    @Override
    public void databaseAway(Instant deadline) {}

    @Override
    public void databaseBack(Duration away) {}

    @Override
    public long rowsDone() {
        return 0;
    }

    @Override
    public void note(String sentence) {}

    @Override
    public void validating(long mappings, long rows) {}

    @Override
    public void validated(LedgerEntry entry, MappingState verdict, String words) {}

    @Override
    public void importing(ImportWork work) {}

    @Override
    public void started(LedgerEntry entry) {}

    @Override
    public void ended(LedgerEntry entry, ImportOutcome outcome) {}
}
