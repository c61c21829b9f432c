package io.catalogimport.ledger;

import java.io.IOException;
import java.nio.file.Path;

/** The embedded database cannot keep its data in the directory. */
public final class UnusableStateDirectoryException extends RuntimeException {
    UnusableStateDirectoryException(Path directory, IOException cause) {
        super(
                "The state directory %s cannot be used: %s. Name another with --state-dir, or a database with SPRING_DATASOURCE_URL."
                        .formatted(directory, cause),
                cause);
    }
}
