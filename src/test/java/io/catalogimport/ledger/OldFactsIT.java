package io.catalogimport.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.catalogimport.database.PostgresDatabase;
import io.catalogimport.ledger.Discoveries.Catalog;
import io.catalogimport.ledger.Discoveries.Comparison;
import io.catalogimport.ledger.Discoveries.StackTemplate;
import io.catalogimport.ledger.Discoveries.Template;
import io.catalogimport.ledger.Discoveries.Version;
import io.catalogimport.ledger.ImportWindows.Known;
import io.catalogimport.ledger.OldFacts.Count;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OldFactsIT {
    @RegisterExtension
    static final PostgresDatabase DATABASE = new PostgresDatabase();

    private static final String LANE = "111122223333/eu-central-1";
    private static final Template TEMPLATE = new Template("1".repeat(64), null, List.of(), "", List.of());

    private final Discoveries discoveries = new Discoveries(DATABASE.jdbc(), 1);
    private final OldFacts facts = new OldFacts(DATABASE.jdbc());

    /** The database's clock says when something was read. */
    private final Instant now =
            DATABASE.jdbc().sql("select now()").query(Instant.class).single();

    @BeforeEach
    void readAndOpenAWindow() {
        discoveries.keep(LANE, "stack", new StackTemplate(now, TEMPLATE));
        discoveries.keep(LANE, new Version("prod-1", "pa-1"), TEMPLATE);
        discoveries.keep("1".repeat(64), "2".repeat(64), new Comparison(true, ""));
        discoveries.keep(LANE, new Catalog(now, "{}"));
        new ImportWindows(DATABASE.jdbc()).begin("mappings.csv", "06:00", new Known(now, now));
    }

    @Test
    void areCountedAndRemovedOnceTheyAreOld() {
        Instant later = now.plus(Duration.ofDays(1));

        assertThat(facts.count(later)).isEqualTo(new Count(4, 1));
        assertThat(facts.remove(later)).isEqualTo(new Count(4, 1));

        assertThat(facts.count(later)).isEqualTo(new Count(0, 0));
        assertThat(templates()).isZero();
    }

    @Test
    void areKeptWhileTheyAreNew() {
        Instant earlier = now.minus(Duration.ofDays(1));

        assertThat(facts.remove(earlier)).isEqualTo(new Count(0, 0));

        assertThat(discoveries.stacks(LANE)).hasSize(1);
        assertThat(templates()).isEqualTo(1);
    }

    @Test
    void areNewAgainWhenTheyAreReadAgain() {
        for (String table : List.of("template", "stack", "version")) {
            DATABASE.jdbc()
                    .sql("update discovered_" + table + " set read_at = now() - interval '90 days'")
                    .update();
        }
        discoveries.keep(LANE, "stack", new StackTemplate(now, TEMPLATE));

        assertThat(facts.remove(now.minus(Duration.ofDays(30)))).isEqualTo(new Count(1, 0));

        assertThat(discoveries.stacks(LANE)).hasSize(1);
        assertThat(discoveries.versions(LANE)).isEmpty();
        assertThat(templates()).isEqualTo(1);
    }

    private static long templates() {
        return DATABASE.jdbc()
                .sql("select count(*) from discovered_template")
                .query(Long.class)
                .single();
    }
}
