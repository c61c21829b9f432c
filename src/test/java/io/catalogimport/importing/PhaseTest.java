package io.catalogimport.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The types say which phase can follow which; the document draws them. */
class PhaseTest {

    @Test
    void isDrawnAsItIs() throws IOException {
        List<String> moves = phases(Phase.class)
                .distinct()
                .flatMap(from -> successors(from).map(to -> from.getSimpleName() + " --> " + to))
                .toList();

        List<String> drawn = Files.readAllLines(Path.of("docs/how-it-works.md")).stream()
                .map(String::strip)
                .filter(line -> line.matches("[A-Z][a-z]\\w+ --> \\S+"))
                .toList();

        assertThat(drawn).hasSizeGreaterThan(5).containsExactlyInAnyOrderElementsOf(moves);
    }

    /** The classes of a sealed type. */
    private static Stream<Class<?>> phases(Class<?> type) {
        return type.isSealed() ? Stream.of(type.getPermittedSubclasses()).flatMap(PhaseTest::phases) : Stream.of(type);
    }

    /** What the phase's own {@code look} permits to follow. */
    private static Stream<String> successors(Class<?> phase) {
        return Stream.of(phase.getDeclaredMethods())
                .filter(method -> method.getName().equals("look") && !method.isBridge())
                .map(method -> ((ParameterizedType) method.getGenericReturnType()).getActualTypeArguments()[0])
                .map(PhaseTest::asClass)
                .flatMap(PhaseTest::phases)
                .map(next -> next == PhaseOrEnd.Ended.class ? "[*]" : next.getSimpleName());
    }

    private static Class<?> asClass(Type type) {
        return (Class<?>) type;
    }
}
