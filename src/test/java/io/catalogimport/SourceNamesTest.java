package io.catalogimport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A name in the sources stands for one type, so that a search or an editor's list leads to the one that is meant. */
class SourceNamesTest {

    @Test
    void eachTypeHasANameOfItsOwn() throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            Map<String, List<Path>> byName = sources.filter(
                            source -> source.toString().endsWith(".java"))
                    .filter(source -> !source.endsWith("package-info.java"))
                    .collect(
                            Collectors.groupingBy(source -> source.getFileName().toString()));

            assertThat(byName.size()).isGreaterThan(100);
            assertThat(byName.values()).filteredOn(paths -> paths.size() > 1).isEmpty();
        }
    }
}
