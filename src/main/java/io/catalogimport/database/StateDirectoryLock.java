package io.catalogimport.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Keeps a state directory for one process; the lock file says which one that is. It is free when the process dies. */
final class StateDirectoryLock implements AutoCloseable {
    private static final String FILE = "lock";

    private static final Set<OpenOption> HOW =
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);

    /** Behind what is written in the file: some systems let nobody read what is locked. */
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

    private final FileChannel file;

    private StateDirectoryLock(FileChannel file) {
        this.file = file;
    }

    /** Takes the directory; empty if another process has it. */
    static Optional<StateDirectoryLock> tryTake(Path directory, LockHolder self) throws IOException {
        OwnerOnly.file(directory.resolve(FILE));
        FileChannel file = FileChannel.open(directory.resolve(FILE), HOW, OwnerOnly.forFile(directory));
        if (!isLocked(file)) {
            file.close();
            return Optional.empty();
        }
        file.truncate(0);
        String words = String.join(
                "\n", self.host(), Long.toString(self.process()), self.since().toString(), self.file());
        file.write(ByteBuffer.wrap(words.getBytes(StandardCharsets.UTF_8)));
        return Optional.of(new StateDirectoryLock(file));
    }

    /** Who has the directory, or had it last; empty if that is not known. */
    static Optional<LockHolder> holder(Path directory) {
        try {
            List<String> lines = Files.readAllLines(directory.resolve(FILE));
            return lines.size() < 4
                    ? Optional.empty()
                    : Optional.of(new LockHolder(
                            lines.get(0), Long.parseLong(lines.get(1)), lines.get(3), Instant.parse(lines.get(2))));
        } catch (IOException | NumberFormatException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private static boolean isLocked(FileChannel file) throws IOException {
        try {
            return file.tryLock(LOCKED_BYTE, 1, false) != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
