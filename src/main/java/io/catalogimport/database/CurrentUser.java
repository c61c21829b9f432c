package io.catalogimport.database;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The user who runs the program, on systems that number their users. */
final class CurrentUser {
    private static final Path THIS_PROCESS = Path.of("/proc/self");

    private CurrentUser() {}

    /** The user's number. */
    static int number() throws IOException {
        // UnixSystem answers 0, which is root, for a user whose number has no name, as in many a container.
        return Files.exists(THIS_PROCESS)
                ? (int) Files.getAttribute(THIS_PROCESS, "unix:uid")
                : (int) new UnixSystem().getUid();
    }

    /** Whether this is root on Linux, where it can be given up for a while. */
    static boolean isRootOnLinux() throws IOException {
        return Files.exists(THIS_PROCESS) && number() == 0;
    }
}
