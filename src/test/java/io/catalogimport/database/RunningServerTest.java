package io.catalogimport.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningServerTest {
    private static final long NOBODY = Integer.MAX_VALUE;

    private final StateDirectory state;

    RunningServerTest(@TempDir Path directory) throws IOException {
        state = StateDirectory.open(directory.resolve("state"));
        Files.createDirectories(state.data());
        Files.writeString(state.password(), "secret");
    }

    @Test
    void isFoundByItsFile() throws IOException {
        serverFile(ProcessHandle.current().pid());

        assertThat(RunningServer.in(state)).contains(new RunningServer(5433, "secret"));
    }

    @Test
    void isNotThereIfOnlyItsFileIsLeft() throws IOException {
        serverFile(NOBODY);

        assertThat(RunningServer.in(state)).isEmpty();
    }

    private void serverFile(long process) throws IOException {
        Files.writeString(
                state.data().resolve("postmaster.pid"),
                process + "\n/data\n1772359200\n5433\n\n127.0.0.1\n0 0\nready   \n");
    }
}
