package io.catalogimport.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 1, unit = TimeUnit.MINUTES)
class ServerCommandTest {
    private final Path home;

    ServerCommandTest(@TempDir Path home) {
        this.home = home;
    }

    @Test
    void givesTheServerNothingOfOurEnvironmentButThePath() throws IOException {
        program("env >\"$1\"");

        new ServerCommand(home).run("program", List.of(home.resolve("seen").toString()));

        assertThat(Files.readAllLines(home.resolve("seen")))
                .isNotEmpty()
                // A shell adds the others by itself.
                .allMatch(line -> line.matches("(PATH|PWD|OLDPWD|SHLVL|_)=.*"));
    }

    @Test
    void tellsTheReasonInTheProgramsOwnWords() throws IOException {
        program("""
                echo 'waiting for server to start....2026-11-25 14:00:00.000 UTC [42] LOG:  starting'
                echo '2026-11-25 14:00:00.000 UTC [42] FATAL:  database files are incompatible with server' >&2
                echo '2026-11-25 14:00:00.000 UTC [42] DETAIL:  It was initialized by version 17.' >&2
                echo 'pg_ctl: could not start server'
                exit 1""");

        assertThatThrownBy(() -> new ServerCommand(home).run("program", List.of()))
                .isInstanceOf(ServerFailedException.class)
                .hasMessage("program says: FATAL: database files are incompatible with server;"
                        + " DETAIL: It was initialized by version 17.");
    }

    @Test
    void tellsTheLastWordsIfNoneIsMarkedAsTheReason() throws IOException {
        program("echo one; echo two; exit 3");

        assertThatThrownBy(() -> new ServerCommand(home).run("program", List.of()))
                .hasMessage("program says: one; two");
    }

    @Test
    void tellsTheExitCodeOfAProgramThatSaysNothing() throws IOException {
        program("exit 3");

        assertThatThrownBy(() -> new ServerCommand(home).run("program", List.of()))
                .hasMessage("program says: nothing, exit code 3");
    }

    @Test
    void doesNotWaitForTheServerThatAProgramLeavesRunning() throws IOException {
        program("sleep 50 & echo $! >\"$1\"");
        Path number = home.resolve("number");

        new ServerCommand(home).run("program", List.of(number.toString()));

        ProcessHandle left = ProcessHandle.of(
                        Long.parseLong(Files.readString(number).strip()))
                .orElseThrow();
        assertThat(left.isAlive()).isTrue();
        left.destroy();
    }

    private void program(String script) throws IOException {
        Path file = Files.createDirectory(home.resolve("bin")).resolve("program");
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }
}
