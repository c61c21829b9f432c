package io.catalogimport.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The signals that a process started by a test can get. */
final class Signals {
    private static final long HUP_AND_INT = 0b11;

    /**
     * How a command begins, so that it does not ignore Ctrl-C and the end of its terminal. A build that runs under nohup,
     * or in the background of a script, ignores them, and its processes inherit that.
     */
    static final List<String> RESET = areIgnored() ? List.of("env", "--default-signal=HUP,INT") : List.of();

    private Signals() {}

    /** Only Linux tells, and only there env can change it. */
    private static boolean areIgnored() {
        Path status = Path.of("/proc/self/status");
        if (!Files.isReadable(status)) {
            return false;
        }
        try {
            return Files.readAllLines(status).stream()
                    .filter(line -> line.startsWith("SigIgn:"))
                    .anyMatch(line -> (Long.parseUnsignedLong(
                                            line.substring("SigIgn:".length()).strip(), 16)
                                    & HUP_AND_INT)
                            != 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
