package io.catalogimport.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
    private final Path directory;

    AtomicFileTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void writesANewFileInADirectoryThatIsMade() throws IOException {
        Path file = directory.resolve("deep/er/results.csv");

        AtomicFile.replace(file, "host-1", writer -> writer.write("grün\n"));

        assertThat(file).hasContent("grün\n");
    }

    @Test
    void replacesTheOldFile() throws IOException {
        Path file = Files.writeString(directory.resolve("results.csv"), "old and longer");

        AtomicFile.replace(file, "host-1", writer -> writer.write("new"));

        assertThat(file).hasContent("new");
        assertThat(names()).containsExactly("results.csv");
    }

    @Test
    void overwritesNothingThroughALinkThatSomeoneElseHasPutInTheDirectory() throws IOException {
        Path victim = Files.writeString(directory.resolve("victim"), "precious");
        Path file = Files.createSymbolicLink(directory.resolve("results.csv"), victim);
        Files.createSymbolicLink(directory.resolve(".results.csv.host-1.tmp"), victim);

        AtomicFile.replace(file, "host-1", writer -> writer.write("new"));

        assertThat(victim).hasContent("precious");
        assertThat(file).isRegularFile().hasContent("new");
        assertThat(Files.isSymbolicLink(file)).isFalse();
    }

    @Test
    void showsTheOldFileUntilTheNewOneIsComplete() throws IOException {
        Path file = Files.writeString(directory.resolve("results.csv"), "old");

        AtomicFile.replace(file, "host-1", writer -> {
            writer.write("new");
            writer.flush();
            assertThat(file).hasContent("old");
        });

        assertThat(file).hasContent("new");
    }

    @Test
    void leavesTheOldFileAndNothingElseWhenWritingFails() throws IOException {
        Path file = Files.writeString(directory.resolve("results.csv"), "old");

        assertThatThrownBy(() -> AtomicFile.replace(file, "host-1", writer -> {
                    writer.write("half");
                    throw new IOException("No space left on device");
                }))
                .isInstanceOf(ResultsException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("No space left on device");

        assertThat(file).hasContent("old");
        assertThat(names()).containsExactly("results.csv");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
