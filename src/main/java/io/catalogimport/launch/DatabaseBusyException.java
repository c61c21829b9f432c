package io.catalogimport.launch;

import io.catalogimport.database.EmbeddedDatabase;
import io.catalogimport.database.LockHolder;
import java.nio.file.Path;

/** Another process has the embedded database and takes longer than usual to start or end it. */
public final class DatabaseBusyException extends RuntimeException {
    /** Of the embedded database in this directory. */
    public DatabaseBusyException(Path stateDirectory) {
        super("The embedded database in %s is being started or ended by %s. Try again in a minute."
                .formatted(
                        stateDirectory,
                        EmbeddedDatabase.holder(stateDirectory)
                                .map(DatabaseBusyException::words)
                                .orElse("another process")));
    }

    private static String words(LockHolder holder) {
        return "process %d on host %s".formatted(holder.process(), holder.host());
    }
}
