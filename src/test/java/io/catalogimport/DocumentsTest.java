package io.catalogimport;

import static org.assertj.core.api.Assertions.assertThat;

import io.catalogimport.ledger.MappingState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the documents say and the program knows better. */
class DocumentsTest {
    private static final Path STATES = Path.of("docs/how-it-works.md");

    @Test
    void keepsTheReadmeShort() throws IOException {
        assertThat(Files.readAllLines(Path.of("README.md"))).hasSizeLessThan(150);
    }

    @Test
    void drawsTheStatesAsTheyAre() throws IOException {
        List<String> moves = Stream.of(MappingState.values())
                .flatMap(from -> from.successors().stream().map(to -> from + " --> " + to))
                .toList();

        List<String> drawn = Files.readAllLines(STATES).stream()
                .map(String::strip)
                .filter(line -> line.matches("[A-Z_]+ --> [A-Z_]+"))
                .toList();

        assertThat(drawn).containsExactlyInAnyOrderElementsOf(moves);
    }
}
