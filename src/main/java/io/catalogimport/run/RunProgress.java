package io.catalogimport.run;

import io.catalogimport.importing.ImportOutcome;
import io.catalogimport.ledger.LedgerEntry;
import io.catalogimport.ledger.MappingState;
import io.catalogimport.ledger.StateCounts;
import java.time.Duration;
import java.time.Instant;

/** Receives what happens in the run, as it happens. */
public interface RunProgress {

    /** An earlier process of this run died, and its place has been taken with the rows in these states. */
    void recovered(StateCounts rows);

    /** Another process has what is needed (the words say which); the run waits for it, until the deadline at most. */
    void waiting(String words, Instant deadline);

    /** The database went away; the run waits for it until the deadline at most. */
    void databaseAway(Instant deadline);

    /** The database is back after so long. */
    void databaseBack(Duration away);

    /** How many rows have been validated or worked on so far. */
    long rowsDone();

    /** Something that the user should know, in a sentence. */
    void note(String sentence);

    /**
     * Validation begins. Workers that share the run do it together.
     *
     * @param mappings how many it looks at
     * @param rows of how many rows; the others are done, or were rejected when the file was read
     */
    void validating(long mappings, long rows);

    /** One mapping has been looked at. */
    void validated(LedgerEntry entry, MappingState verdict, String words);

    /** Importing begins. Workers that share the run do this work together. */
    void importing(ImportWork work);

    /** The import of one mapping begins or is taken up again. */
    void started(LedgerEntry entry);

    /** Work on one mapping has ended. */
    void ended(LedgerEntry entry, ImportOutcome outcome);
}
