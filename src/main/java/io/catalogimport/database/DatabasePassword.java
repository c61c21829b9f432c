package io.catalogimport.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * The password of the embedded server, made at random and kept in a file that only its owner may read. The server listens
 * on a port that every user of the machine can reach.
 *
 * @param text hexadecimal digits only
 * @param file where it is kept
 */
record DatabasePassword(String text, Path file) {
    private static final int BYTES = 24;

    /** The password in this file; made if there is none yet. */
    static DatabasePassword in(Path file) throws IOException {
        OwnerOnly.file(file);
        if (Files.notExists(file) || !isPassword(Files.readString(file).strip())) {
            make(file);
        }
        return new DatabasePassword(Files.readString(file).strip(), file);
    }

    private static boolean isPassword(String text) {
        return text.matches("[0-9a-f]{" + 2 * BYTES + "}");
    }

    /** Moved into place as a whole: half a password would lock us out. */
    private static void make(Path file) throws IOException {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        Path unfinished = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(unfinished);
        Files.createFile(unfinished, OwnerOnly.forFile(unfinished));
        Files.writeString(unfinished, HexFormat.of().formatHex(random));
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
