package io.catalogimport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.catalogimport.launch.DatabaseBusyException;
import io.catalogimport.ledger.MappingState;
import io.catalogimport.status.RunOverview;
import io.catalogimport.status.RunState;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StatusWatchTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:15:30Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private final StringWriter out = new StringWriter();

    @Test
    void printsALineForEachChange() {
        StatusWatch watch = new StatusWatch.Lines(new PrintWriter(out), CLOCK);

        watch.show(status(1));
        watch.show(status(1));
        watch.show(status(2));

        assertThat(out.toString().lines())
                .satisfiesExactly(
                        first -> assertThat(first)
                                .endsWith("running: 1 of 10 done, 0 in flight, 0 left, 0 failed or rejected"),
                        second -> assertThat(second).contains("running: 2 of 10 done"));
    }

    @Test
    void printsADocumentForEachChange() {
        StatusWatch watch = new StatusWatch.Documents(new PrintWriter(out), CLOCK);

        watch.show(status(1));
        watch.show(status(1));
        watch.away("The database cannot be reached.");
        watch.away("The database cannot be reached.");
        watch.show(status(1));

        assertThat(out.toString().lines())
                .hasSize(3)
                .allSatisfy(
                        line -> assertThat(line).startsWith("{\"version\":1,").endsWith("}"))
                .anySatisfy(line -> assertThat(line).contains("\"error\":\"The database cannot be reached.\""));
    }

    @Test
    void goesOnWhileAnotherProcessStartsOrEndsTheDatabase() {
        assertThat(StatusWatch.mayGoOnAfter(new DatabaseBusyException(Path.of("no-such-directory"))))
                .isTrue();
        assertThat(StatusWatch.mayGoOnAfter(new IllegalStateException())).isFalse();
    }

    @Test
    void drawsOverItsLastLinesAndNoHigherThanTheTerminal() {
        StatusWatch watch = new StatusWatch.InPlace(new PrintWriter(out), "", () -> 3);

        watch.show(status(1));
        watch.show(status(2));

        // Three lines would be said; two have room above the cursor.
        assertThat(out.toString().lines().filter(line -> line.contains("mappings.csv")))
                .isEmpty();
        assertThat(out.toString()).containsOnlyOnce("\u001b[2A").doesNotContain("\u001b[3A");
    }

    @Test
    void obeysNoControlCharacterOfAFileName() {
        RunOverview facts = facts("a\u001b[2J\n.csv", 1);

        assertThat(StatusText.of(document(facts), "", ZoneOffset.UTC))
                .allSatisfy(line -> assertThat(line).doesNotContain("\u001b", "\n"));
    }

    private static StatusDocument status(long done) {
        return document(facts("mappings.csv", done));
    }

    private static StatusDocument document(RunOverview facts) {
        return new StatusDocument(1, NOW, "embedded", null, List.of(facts), null);
    }

    private static RunOverview facts(String file, long done) {
        return new RunOverview(
                file,
                "0123456789abcdef",
                RunState.RUNNING,
                "import",
                null,
                NOW,
                NOW,
                null,
                null,
                null,
                10,
                Map.of(MappingState.IMPORTED, done),
                List.of());
    }
}
