package io.catalogimport.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.catalogimport.database.PostgresDatabase;
import io.catalogimport.ledger.Pauses.Word;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PausesIT {
    @RegisterExtension
    static final PostgresDatabase DATABASE = new PostgresDatabase();

    private static final Word ANNA = new Word("anna@build-3", LedgerScene.NOW);
    private static final Word BEN = new Word("ben@laptop", LedgerScene.NOW.plusSeconds(60));

    private final Pauses pauses = new Pauses(DATABASE.jdbc());
    private LedgerScene scene = LedgerScene.in(DATABASE);

    @BeforeEach
    void beginARun() {
        scene = LedgerScene.in(DATABASE);
    }

    @Test
    void areOfOneRun() {
        LedgerScene other = LedgerScene.in(DATABASE, "other.csv");

        assertThat(pauses.begin(scene.run(), ANNA)).isTrue();

        assertThat(pauses.of(scene.run())).contains(ANNA);
        assertThat(pauses.of(other.run())).isEmpty();
    }

    @Test
    void stayThoseOfTheFirstWhoPaused() {
        pauses.begin(scene.run(), ANNA);

        assertThat(pauses.begin(scene.run(), BEN)).isFalse();

        assertThat(pauses.of(scene.run())).contains(ANNA);
    }

    @Test
    void endAndMayBeginAgain() {
        pauses.begin(scene.run(), ANNA);

        assertThat(pauses.end(scene.run(), BEN)).isTrue();
        assertThat(pauses.of(scene.run())).isEmpty();
        assertThat(pauses.begin(scene.run(), BEN)).isTrue();

        assertThat(pauses.of(scene.run())).contains(BEN);
    }

    @Test
    void cannotEndIfThereIsNone() {
        assertThat(pauses.end(scene.run(), BEN)).isFalse();
    }
}
