package io.catalogimport.ledger;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The password of the embedded server, made at random and kept in a file that only its owner may read. The server listens
 * on a port that every user of the machine can reach, and the library lets everyone in.
 */
final class DatabasePassword {
    private static final int BYTES = 24;
    private static final String ONLY_WITH_PASSWORD = """
            local all all scram-sha-256
            host  all all 127.0.0.1/32 scram-sha-256
            host  all all ::1/128      scram-sha-256
            """;

    private final String text;

    private DatabasePassword(String text) {
        this.text = text;
    }

    /** The password of the state directory; made if there is none yet. */
    static DatabasePassword in(Path directory) throws IOException {
        Path file = directory.resolve("password");
        if (Files.notExists(file)) {
            byte[] random = new byte[BYTES];
            new SecureRandom().nextBytes(random);
            Files.createFile(file);
            restrictToOwner(file);
            Files.writeString(file, HexFormat.of().formatHex(random));
        }
        return new DatabasePassword(Files.readString(file).strip());
    }

    String text() {
        return text;
    }

    /** Makes the server demand the password from now on; may be repeated. */
    void demand(EmbeddedPostgres server, Path data) throws IOException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            // Hexadecimal digits only: nothing to be quoted.
            statement.execute("alter role postgres password '" + text + "'");
            Files.writeString(data.resolve("pg_hba.conf"), ONLY_WITH_PASSWORD);
            statement.execute("select pg_reload_conf()");
        } catch (SQLException e) {
            throw new IOException("The embedded database could not be given its password: " + e.getMessage(), e);
        }
    }

    private static void restrictToOwner(Path file) throws IOException {
        @Nullable PosixFileAttributeView permissions = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (permissions != null) {
            permissions.setPermissions(PosixFilePermissions.fromString("rw-------"));
        }
    }
}
