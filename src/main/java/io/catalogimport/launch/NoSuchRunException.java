package io.catalogimport.launch;

import java.nio.file.Path;
import java.util.Optional;

/** The database does not know the run that the user names. */
public final class NoSuchRunException extends RuntimeException {
    private static final int SHOWN = 8;

    private NoSuchRunException(String message) {
        super(message);
    }

    static NoSuchRunException of(Path file, String place, Optional<String> earlier) {
        String why = earlier.map(digest ->
                        "The file has changed since its last run, %1$s. To name that run, write %1$s in place of the file."
                                .formatted(digest.substring(0, SHOWN)))
                .orElse(
                        "Neither plan nor import has been started with this content. status without a file lists all runs.");
        return new NoSuchRunException("There is no run of %s in the database (%s). %s".formatted(file, place, why));
    }

    static NoSuchRunException hasNoRows(Path file, String place) {
        return new NoSuchRunException(
                "The run of %s has no rows in the database (%s) yet: plan or import has not read the whole file. Run it again."
                        .formatted(file, place));
    }

    static NoSuchRunException beginsWith(String digest, String place) {
        return new NoSuchRunException(
                "There is no file %s, and no run in the database (%s) whose digest begins so. status without a file lists all runs."
                        .formatted(digest, place));
    }

    static NoSuchRunException severalBeginWith(String digest) {
        return new NoSuchRunException(
                "Several runs have a digest that begins with %s. Write more of it.".formatted(digest));
    }
}
