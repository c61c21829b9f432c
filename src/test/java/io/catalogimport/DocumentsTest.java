package io.catalogimport;

import static org.assertj.core.api.Assertions.assertThat;

import io.catalogimport.ledger.MappingState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the documents say and the program knows better, and where their links lead. */
class DocumentsTest {
    private static final Path STATES = Path.of("docs/how-it-works.md");
    private static final List<Path> FOLDERS =
            List.of(Path.of(""), Path.of("docs"), Path.of("jobs"), Path.of("sample-input"), Path.of(".github"));
    private static final Pattern CODE_BLOCK = Pattern.compile("(?ms)^```.*?^```");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern CLASS = Pattern.compile("`((?:[A-Z][a-z]+){2,}(?:IT)?)\\b");

    /** An invented rule, and members of AWS's requests. */
    private static final Set<String> NO_CLASSES = Set.of("MyRule", "ProductId", "StackName");

    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");

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

    @ParameterizedTest
    @MethodSource("documents")
    void everyLinkLeadsToAFileOrAHeadingThatIsThere(Path document) throws IOException {
        List<String> links = LINK.matcher(text(document))
                .results()
                .map(link -> link.group(1))
                .filter(link -> !link.matches("[a-z]+:.*"))
                .toList();

        assertThat(links).allSatisfy(link -> {
            int hash = link.indexOf('#');
            String file = hash < 0 ? link : link.substring(0, hash);
            Path target =
                    file.isEmpty() ? document : document.resolveSibling(file).normalize();
            assertThat(target).exists();
            if (hash >= 0) {
                assertThat(anchors(target)).contains(link.substring(hash + 1));
            }
        });
    }

    @Test
    void theGuideForContributorsNamesClassesThatThereAre() throws IOException {
        Set<String> classes;
        try (Stream<Path> sources = Files.walk(Path.of("src"))) {
            classes = sources.map(source -> source.getFileName().toString().replaceFirst("\\.java$", ""))
                    .collect(Collectors.toSet());
        }

        assertThat(CLASS.matcher(Files.readString(Path.of("CONTRIBUTING.md")))
                        .results()
                        .map(name -> name.group(1))
                        .filter(name -> !NO_CLASSES.contains(name)))
                .hasSizeGreaterThan(20)
                .isSubsetOf(classes);
    }

    static List<Path> documents() throws IOException {
        List<Path> documents = new ArrayList<>();
        for (Path folder : FOLDERS) {
            try (Stream<Path> files = Files.walk(folder, folder.toString().isEmpty() ? 1 : 2)) {
                files.filter(file -> file.toString().endsWith(".md")).forEach(documents::add);
            }
        }
        return documents;
    }

    /** The anchors that GitHub makes of the headings. */
    private static List<String> anchors(Path document) throws IOException {
        return HEADING.matcher(text(document))
                .results()
                .map(heading -> heading.group(1).toLowerCase(Locale.ROOT))
                .map(heading -> heading.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
                .toList();
    }

    private static String text(Path document) throws IOException {
        return CODE_BLOCK.matcher(Files.readString(document)).replaceAll("");
    }
}
