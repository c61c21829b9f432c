package io.catalogimport.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Optional;

/**
 * The server that another process runs on a state directory, as PostgreSQL's own file says.
 *
 * @param port on 127.0.0.1
 */
record RunningServer(int port, String password) {
    private static final String FILE = "postmaster.pid";
    private static final int LINE_OF_PORT = 3;
    private static final int LINE_OF_STATUS = 7;

    /** Empty if there is none, or if it takes no connections yet. */
    static Optional<RunningServer> in(StateDirectory state) throws IOException {
        try {
            List<String> lines = Files.readAllLines(state.data().resolve(FILE));
            if (lines.size() <= LINE_OF_STATUS
                    || !lines.get(LINE_OF_STATUS).strip().equals("ready")
                    || !isAlive(Long.parseLong(lines.get(0).strip()))) {
                return Optional.empty();
            }
            int port = Integer.parseInt(lines.get(LINE_OF_PORT).strip());
            return Optional.of(
                    new RunningServer(port, Files.readString(state.password()).strip()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** A server that was killed leaves its file behind. */
    private static boolean isAlive(long process) {
        return ProcessHandle.of(process).filter(ProcessHandle::isAlive).isPresent();
    }

    String jdbcUrl() {
        return PostgresServer.url(port);
    }
}
