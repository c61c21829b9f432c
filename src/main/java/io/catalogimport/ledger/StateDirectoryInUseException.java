package io.catalogimport.ledger;

import java.nio.file.Path;

/** Another process keeps its embedded database in the same directory. */
public final class StateDirectoryInUseException extends RuntimeException {
    StateDirectoryInUseException(Path directory) {
        super("Another process is using the state directory " + directory
                + ". Wait until it has ended, or give this run another --state-dir or a database of its own.");
    }
}
