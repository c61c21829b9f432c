package io.catalogimport.database;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * Where the embedded server and its data are. Programs are started from there and a password is kept there, so that it
 * must belong to the user who runs the program, and nobody else may enter it. Only root may own it instead, because the
 * top of a mounted volume is root's; what is in it must be ours all the same.
 *
 * @param path without links on the way, so that a running server can be recognised by it
 */
record StateDirectory(Path path) {
    /** The directory of the server's data. */
    static final String DATA = "postgresql";

    /** {@code pg_ctl} writes its paths into a command for the shell, between double quotes. */
    private static final Pattern OBEYED_BY_A_SHELL = Pattern.compile("[\"$`\\\\\\p{Cntrl}]");

    /** Makes the directory, or looks whether it is still ours alone. */
    static StateDirectory open(Path directory) throws IOException {
        Path absolute = directory.toAbsolutePath().normalize();
        if (Files.isSymbolicLink(absolute) && !OwnerOnly.isOurs(absolute)) {
            throw new FileSystemException(absolute.toString(), null, "is a link that another user has made");
        }
        if (!Files.isDirectory(absolute)) {
            Files.createDirectories(absolute, OwnerOnly.forDirectory(absolute));
        }
        Path path = absolute.toRealPath();
        boolean windows = !path.getFileSystem().getSeparator().equals("/");
        if (!windows && OBEYED_BY_A_SHELL.matcher(path.toString()).find()) {
            throw new FileSystemException(
                    path.toString(), null, "the path has one of the characters \" $ ` \\ or a control character");
        }
        if (!OwnerOnly.isGivenByRoot(path)) {
            OwnerOnly.directory(path);
        }
        return new StateDirectory(path);
    }

    /** The server's programs. */
    Path programs() {
        return path.resolve("server");
    }

    /** The server's data. */
    Path data() {
        return path.resolve(DATA);
    }

    Path password() {
        return path.resolve("password");
    }
}
