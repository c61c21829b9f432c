package io.catalogimport.database;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;

/** A process of its own that uses a state directory until it is killed; it says where its database is. */
final class EmbeddedDatabaseProcess {
    private EmbeddedDatabaseProcess() {}

    public static void main(String[] arguments) throws IOException {
        LockHolder self = new LockHolder("host", ProcessHandle.current().pid(), "mappings.csv", Instant.EPOCH);
        EmbeddedDatabase database =
                EmbeddedDatabase.tryStart(Path.of(arguments[0]), self).orElseThrow();
        System.out.println(database.jdbcUrl());
        System.out.flush();
        while (System.in.read() >= 0) {
            // Only the end of the input, or of the process, ends it.
        }
        database.close();
    }
}
