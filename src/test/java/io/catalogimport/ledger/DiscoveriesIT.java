package io.catalogimport.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.catalogimport.database.PostgresDatabase;
import io.catalogimport.ledger.Discoveries.Catalog;
import io.catalogimport.ledger.Discoveries.Comparison;
import io.catalogimport.ledger.Discoveries.StackTemplate;
import io.catalogimport.ledger.Discoveries.Template;
import io.catalogimport.ledger.Discoveries.Version;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What discover has read is there the next time. */
class DiscoveriesIT {
    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");
    private static final String LANE = "111122223333/eu-central-1";
    private static final int FORM = 7;

    @RegisterExtension
    static final PostgresDatabase DATABASE = new PostgresDatabase();

    private final Discoveries discoveries = new Discoveries(DATABASE.jdbc(), FORM);

    @Test
    void keepsTheTemplatesOfALane() {
        Template one = template("1");
        Template other = new Template("2".repeat(64), null, List.of(), "", List.of("CDK"));
        discoveries.keep(LANE, "a", new StackTemplate(NOON, one));
        discoveries.keep(LANE, "a", new StackTemplate(NOON.plusSeconds(1), other));
        discoveries.keep("other lane", "b", new StackTemplate(NOON, one));
        discoveries.keep(LANE, new Version("prod-1", "pa-1"), one);

        assertThat(discoveries.stacks(LANE)).isEqualTo(Map.of("a", new StackTemplate(NOON.plusSeconds(1), other)));
        assertThat(discoveries.versions(LANE)).isEqualTo(Map.of(new Version("prod-1", "pa-1"), one));
    }

    @Test
    void usesNoFingerprintsOfAnotherForm() {
        discoveries.keep(LANE, "a", new StackTemplate(NOON, template("1")));
        discoveries.keep("s", "v", new Comparison(true, ""));
        Discoveries later = new Discoveries(DATABASE.jdbc(), FORM + 1);

        assertThat(later.stacks(LANE)).isEmpty();
        assertThat(later.comparison("s", "v")).isEmpty();

        later.keep(LANE, "a", new StackTemplate(NOON, template("1")));
        assertThat(later.stacks(LANE)).hasSize(1);
    }

    @Test
    void keepsHowTwoTemplatesCompare() {
        discoveries.keep("s".repeat(64), "v".repeat(64), new Comparison(false, "A: stack has 1"));

        assertThat(discoveries.comparison("s".repeat(64), "v".repeat(64)))
                .contains(new Comparison(false, "A: stack has 1"));
        assertThat(discoveries.comparison("v".repeat(64), "s".repeat(64))).isEmpty();
    }

    @Test
    void forgetsTheCatalogOfAnAccountInWhichAnImportHasBegunSince() {
        discoveries.keep(LANE, new Catalog(NOON, "{}"));
        started("111122223333", NOON.minusSeconds(1));
        started("222233334444", NOON.plusSeconds(1));
        assertThat(discoveries.catalog("111122223333", LANE)).contains(new Catalog(NOON, "{}"));

        started("111122223333", NOON.plusSeconds(1));
        assertThat(discoveries.catalog("111122223333", LANE)).isEmpty();
    }

    private static void started(String account, Instant at) {
        DATABASE.jdbc().sql("""
                        insert into mapping_ledger (run_id, line, raw, fields, account, state, started_at)
                        select 1, count(*) + 2, '', '{}', ?, 'IMPORTED', cast(? as timestamptz) from mapping_ledger
                        """).params(account, at.toString()).update();
    }

    private static Template template(String digit) {
        return new Template(digit.repeat(64), digit.repeat(64), List.of("g1", "g2"), "0a0b0c0d", List.of());
    }
}
