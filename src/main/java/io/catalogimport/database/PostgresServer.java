package io.catalogimport.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/**
 * A PostgreSQL server on a data directory. It listens on loopback only and asks everyone for the password, from its first
 * moment on. Terminal signals do not reach it, so that Ctrl-C leaves it to us when it ends.
 */
final class PostgresServer {
    static final String USER = "postgres";
    private static final String WRONG_PASSWORD = "28P01";
    private static final int PORTS_TRIED = 3;

    private static final String ONLY_WITH_PASSWORD = """
            local all all scram-sha-256
            host  all all 127.0.0.1/32 scram-sha-256
            host  all all ::1/128      scram-sha-256
            """;

    /** On the command line they count more than what the data directory says. An empty socket directory means none. */
    private static final String SETTINGS =
            "-c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=on -c synchronous_commit=on"
                    + " -c timezone=UTC";

    private final ServerCommand command;
    private final Path data;
    private final DatabasePassword password;

    PostgresServer(ServerCommand command, Path data, DatabasePassword password) {
        this.command = command;
        this.data = data;
        this.password = password;
    }

    /**
     * Starts the server; makes the data directory if there is none.
     *
     * @return the JDBC URL
     */
    String start() throws IOException {
        if (isMissing()) {
            initialise();
        }
        OwnerOnly.directory(data);
        demandPassword();
        String url = startSomewhere();
        if (!letsUsIn(url)) {
            stop();
            setPassword();
            url = startSomewhere();
        }
        return url;
    }

    /** Ends the server and does not wait for those who are still connected. */
    void stop() throws IOException {
        command.run("pg_ctl", List.of("stop", "-D", data.toString(), "-m", "fast", "-w", "-t", "5"));
    }

    private boolean isMissing() throws IOException {
        if (!Files.isDirectory(data)) {
            return true;
        }
        try (Stream<Path> content = Files.list(data)) {
            return content.findAny().isEmpty();
        }
    }

    /** Beside its place: a kill leaves nothing that looks like a data directory and is none. */
    private void initialise() throws IOException {
        Path unfinished = data.resolveSibling(data.getFileName() + ".new");
        FileSystemUtils.deleteRecursively(unfinished);
        command.run(
                "initdb",
                List.of(
                        "--username=" + USER,
                        "--pwfile=" + password.file(),
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale=C",
                        "--pgdata=" + unfinished));
        Files.move(unfinished, data, StandardCopyOption.ATOMIC_MOVE);
    }

    /** A data directory of an older version of this program may let everyone in. */
    private void demandPassword() throws IOException {
        Path rules = data.resolve("pg_hba.conf");
        if (Files.notExists(rules) || !Files.readString(rules).equals(ONLY_WITH_PASSWORD)) {
            Files.writeString(rules, ONLY_WITH_PASSWORD);
        }
    }

    /** Between our look for a free port and the server's start, another process may take it. */
    private String startSomewhere() throws IOException {
        for (int attempt = 1; ; attempt++) {
            int port = freePort();
            try {
                command.run(
                        "pg_ctl",
                        List.of("start", "-D", data.toString(), "-o", "-p " + port + " " + SETTINGS, "-w", "-t", "60"));
                return url(port);
            } catch (ServerFailedException e) {
                if (attempt == PORTS_TRIED || !e.says("could not create any TCP/IP sockets")) {
                    throw e;
                }
            }
        }
    }

    static String url(int port) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=" + USER;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private boolean letsUsIn(String url) throws IOException {
        try (Connection connection = DriverManager.getConnection(url, USER, password.text())) {
            return connection.isValid(0);
        } catch (SQLException e) {
            if (WRONG_PASSWORD.equals(e.getSQLState())) {
                return false;
            }
            stop();
            throw new IOException("the server does not answer: " + e.getMessage(), e);
        }
    }

    /** The file with the password was lost. Without a server on a port, its owner may set another. */
    private void setPassword() throws IOException {
        command.run(
                "postgres",
                List.of("--single", "-D", data.toString(), "postgres"),
                "alter role " + USER + " password '" + password.text() + "'\n");
    }
}
