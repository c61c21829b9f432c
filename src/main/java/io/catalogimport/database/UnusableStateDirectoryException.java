package io.catalogimport.database;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The embedded database cannot run or keep its data in the directory. */
public final class UnusableStateDirectoryException extends RuntimeException {
    private static final String OR_A_DATABASE = " or a database with SPRING_DATASOURCE_URL.";

    UnusableStateDirectoryException(Path directory, IOException cause) {
        super(
                "The embedded database cannot work in the state directory %s: %s. %s"
                        .formatted(directory, reason(cause).replaceFirst("\\.+$", ""), advice(reason(cause))),
                cause);
    }

    private static String reason(IOException cause) {
        if (cause instanceof AccessDeniedException denied) {
            return "no permission for " + denied.getFile();
        }
        if (cause instanceof FileAlreadyExistsException existing) {
            return existing.getFile() + " is not a directory";
        }
        if (cause instanceof NoSuchFileException missing) {
            return missing.getFile() + " cannot be made";
        }
        if (cause instanceof FileSystemException file && file.getReason() != null) {
            return file.getFile() + ": " + file.getReason();
        }
        return cause.getMessage() == null ? cause.toString() : cause.getMessage();
    }

    private static String advice(String reason) {
        if (reason.contains("not compatible with this version")) {
            return "Its data say what has been imported: use the version of this program that made them, or name another"
                    + " directory with --state-dir," + OR_A_DATABASE;
        }
        if (reason.contains("Permission denied")) {
            return "Programs are started from there: if it is mounted with noexec, name another directory with --state-dir,"
                    + OR_A_DATABASE;
        }
        if (reason.contains("unshare") || reason.contains("as root")) {
            return "PostgreSQL refuses to run as root: run the program as another user, or name a database with"
                    + " SPRING_DATASOURCE_URL.";
        }
        if (reason.contains("No space left")) {
            return "It needs 200 MB: make room, or name another directory with --state-dir," + OR_A_DATABASE;
        }
        return "Correct that, or name another directory with --state-dir," + OR_A_DATABASE;
    }
}
