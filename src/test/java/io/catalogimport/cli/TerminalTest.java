package io.catalogimport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "Links need a privilege there.")
class TerminalTest {
    private final Path directory;

    TerminalTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @ParameterizedTest
    @CsvSource({
        "/dev/pts/3,true",
        "/dev/tty1,true",
        "/dev/console,true",
        "/dev/null,false",
        "/var/log/import.log,false",
        "pipe:[4711],false"
    })
    void goesByWhereTheDescriptorLeads(String target, boolean isTerminal) throws IOException {
        Path descriptor = Files.createSymbolicLink(directory.resolve("2"), Path.of(target));

        assertThat(Terminal.isTerminal(descriptor)).isEqualTo(isTerminal);
    }

    @Test
    void isNotColouredWhereNobodyWantsColours() {
        assertThat(Terminal.isColoured(Map.of("NO_COLOR", "1"))).isFalse();
        assertThat(Terminal.isColoured(Map.of("NO_COLOR", ""))).isTrue();
        assertThat(Terminal.isColoured(Map.of())).isTrue();
    }
}
