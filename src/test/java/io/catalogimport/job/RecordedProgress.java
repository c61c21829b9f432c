package io.catalogimport.job;

import io.catalogimport.importing.ImportOutcome;
import io.catalogimport.ledger.LedgerEntry;
import io.catalogimport.ledger.MappingState;
import io.catalogimport.ledger.StateCounts;
import io.catalogimport.run.ImportWork;
import io.catalogimport.run.RunProgress;
import io.catalogimport.run.StopRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Remembers what it receives, and lets a test do something at a point of the run. */
public final class RecordedProgress implements RunProgress {
    final List<String> begun = new CopyOnWriteArrayList<>();
    final List<String> ended = new CopyOnWriteArrayList<>();
    public final List<String> waiting = new CopyOnWriteArrayList<>();
    final List<String> notes = new CopyOnWriteArrayList<>();
    int recovered;
    StopRequest stop = new StopRequest();
    Runnable whenWaiting = () -> {};
    Consumer<String> whenNoted = note -> {};
    Runnable whenValidating = () -> {};
    Consumer<LedgerEntry> whenStarted = entry -> {};
    Consumer<LedgerEntry> whenEnded = entry -> {};
    Consumer<LedgerEntry> whenValidated = entry -> {};

    @Override
    public void recovered(StateCounts rows) {
        recovered++;
    }

    @Override
    public void waiting(String words, Instant deadline) {
        waiting.add(words);
        whenWaiting.run();
    }

    @Override
    public void databaseAway(Instant deadline) {}

    @Override
    public void databaseBack(Duration away) {}

    @Override
    public long rowsDone() {
        return ended.size();
    }

    @Override
    public void note(String sentence) {
        notes.add(sentence);
        whenNoted.accept(sentence);
    }

    @Override
    public void validating(long mappings, long rows) {
        whenValidating.run();
    }

    @Override
    public void validated(LedgerEntry entry, MappingState verdict, String words) {
        whenValidated.accept(entry);
    }

    @Override
    public void importing(ImportWork work) {}

    @Override
    public void started(LedgerEntry entry) {
        begun.add(entry.mapping().provisionedProductName());
        whenStarted.accept(entry);
    }

    @Override
    public void ended(LedgerEntry entry, ImportOutcome outcome) {
        ended.add(entry.mapping().provisionedProductName());
        whenEnded.accept(entry);
    }
}
