package io.catalogimport.cli;

import static io.catalogimport.mapping.MappingBuilder.aMapping;
import static org.assertj.core.api.Assertions.assertThat;

import io.catalogimport.importing.ImportOutcome;
import io.catalogimport.ledger.Attempt;
import io.catalogimport.ledger.LedgerEntry;
import io.catalogimport.ledger.MappingState;
import java.time.Clock;
import org.junit.jupiter.api.Test;

class ProgressLogTest {

    @Test
    void tellsRowsOfTheSameLineOfDifferentFilesApart() {
        ProgressLog log = new ProgressLog(Clock.systemUTC());
        log.started(entry(1));
        log.started(entry(2));

        log.ended(entry(1), new ImportOutcome.Imported());
        log.ended(entry(2), new ImportOutcome.Imported());

        assertThat(log.rowsDone()).isEqualTo(2);
    }

    private static LedgerEntry entry(long run) {
        return new LedgerEntry(
                run, aMapping().onLine(5).build(), MappingState.IN_PROGRESS, new Attempt(1, "t", "r", "p", null), null);
    }
}
