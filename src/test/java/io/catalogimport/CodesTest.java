package io.catalogimport;

import static org.assertj.core.api.Assertions.assertThat;

import io.catalogimport.aws.FailureKind;
import io.catalogimport.ledger.MappingState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/codes.md explains every code that the program can write, and no other. */
class CodesTest {
    private static final Path MANUAL = Path.of("docs/codes.md");
    private static final Path PROGRAM = Path.of("src/main/java/io/catalogimport");

    /**
     * A text of capitals and underscores, in Java or in SQL. No constructor or method is looked for, so that a code counts
     * wherever it is written. A text that ends with an underscore is the beginning of several codes.
     */
    private static final Pattern TEXT = Pattern.compile("[\"']((?:[A-Z][A-Z0-9]*_)+[A-Z0-9]*)[\"':]");

    private static final Pattern ROW_OF_CODES = Pattern.compile("(?m)^\\| (`[A-Z][^|]*) \\| ([^|]*) \\|");
    private static final Pattern CODE = Pattern.compile("`([A-Z0-9_]+)\\*?`");
    private static final Pattern STATE = Pattern.compile("[A-Z_]{2,}");

    /** Variables of the environment. No code begins as they do. */
    private static final Pattern VARIABLE = Pattern.compile("(AWS|LC|SPRING)_.*|NO_COLOR");

    /** Texts of that form that no row can have: AWS's words for types and statuses. */
    private static final Set<String> NO_CODES = Set.of(
            "CLOUD_FORMATION_TEMPLATE",
            "UNDER_CHANGE",
            "CREATE_COMPLETE",
            "UPDATE_COMPLETE",
            "UPDATE_ROLLBACK_COMPLETE",
            "IMPORT_COMPLETE",
            "IMPORT_ROLLBACK_COMPLETE",
            "DELETE_COMPLETE",
            "REVIEW_IN_PROGRESS",
            "UPDATE_PROVISIONED_PRODUCT",
            "TERMINATE_PROVISIONED_PRODUCT");

    @Test
    void explainsEveryCodeOnceAndNoOther() throws IOException {
        List<String> explained = rows().flatMap(
                        row -> CODE.matcher(row.group(1)).results())
                .map(code -> code.group(1))
                .toList();

        assertThat(explained).containsExactlyInAnyOrderElementsOf(written());
    }

    @Test
    void namesOnlyStatesThatThereAre() throws IOException {
        List<String> named = rows().flatMap(row -> STATE.matcher(row.group(2)).results())
                .map(MatchResult::group)
                .distinct()
                .toList();

        assertThat(named).isSubsetOf(states());
    }

    private static Stream<MatchResult> rows() throws IOException {
        return ROW_OF_CODES.matcher(Files.readString(MANUAL)).results();
    }

    private static Set<String> written() throws IOException {
        Set<String> codes = new TreeSet<>();
        FailureKind.ALL.forEach(kind -> codes.add(kind.name()));
        try (Stream<Path> sources = Files.walk(PROGRAM)) {
            sources.filter(path -> path.toString().endsWith(".java"))
                    .filter(path -> !path.startsWith(PROGRAM.resolve("sandbox")))
                    .flatMap(path -> TEXT.matcher(read(path)).results())
                    .map(text -> text.group(1))
                    .filter(text -> !VARIABLE.matcher(text).matches())
                    .forEach(codes::add);
        }
        codes.removeAll(NO_CODES);
        codes.removeAll(states());
        return codes;
    }

    private static List<String> states() {
        return Stream.of(MappingState.values()).map(Enum::name).toList();
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
