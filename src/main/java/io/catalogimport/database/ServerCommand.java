package io.catalogimport.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the server's programs. They get none of this process's environment: it holds credentials for AWS and perhaps the
 * password of another database, and the server would keep them for as long as it runs.
 */
final class ServerCommand {
    private static final Logger LOG = LoggerFactory.getLogger("io.catalogimport.ledger.postgresql");
    private static final Set<String> ENVIRONMENT = Set.of("PATH", "SystemRoot");
    private static final Duration LAST_WORDS = Duration.ofSeconds(2);
    private static final int KEPT_LINES = 200;

    private final Path home;

    /** @param home the directory with the unpacked programs */
    ServerCommand(Path home) {
        this.home = home;
    }

    /** Runs the program to its end. Its words are the cause if it fails. */
    void run(String program, List<String> arguments) throws IOException {
        run(program, arguments, "");
    }

    /** Runs the program to its end, with this text to read. */
    void run(String program, List<String> arguments, String input) throws IOException {
        Process process = start(program, arguments);
        Output output = new Output(process.inputReader(StandardCharsets.UTF_8));
        // A server that the program leaves running holds the other end for as long as it runs.
        Thread reader = new Thread(output, "postgresql-output");
        reader.setDaemon(true);
        reader.start();
        try {
            try (OutputStream in = process.getOutputStream()) {
                in.write(input.getBytes(StandardCharsets.UTF_8));
            }
            if (process.waitFor() != 0) {
                reader.join(LAST_WORDS.toMillis());
                throw new ServerFailedException(program, process.exitValue(), output.lines());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while the embedded database was busy with " + program);
        }
    }

    private Process start(String program, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        if (CurrentUser.isRootOnLinux()) {
            // PostgreSQL refuses to work for root. In a user namespace of its own, root is nobody to it.
            command.addAll(List.of("unshare", "--user"));
        }
        command.add(home.resolve("bin").resolve(program).toString());
        command.addAll(arguments);
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).directory(home.toFile());
        builder.environment().keySet().retainAll(ENVIRONMENT);
        return builder.start();
    }

    /** Reads what a program says, so that it is never held up, and remembers the end of it. */
    private static final class Output implements Runnable {
        private final BufferedReader reader;
        private final Deque<String> lines = new ArrayDeque<>();

        Output(BufferedReader reader) {
            this.reader = reader;
        }

        @Override
        public void run() {
            try (reader) {
                for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                    LOG.debug("{}", line);
                    add(line);
                }
            } catch (IOException e) {
                LOG.debug("There is nothing more to read from the embedded database", e);
            }
        }

        private synchronized void add(String line) {
            lines.addLast(line);
            if (lines.size() > KEPT_LINES) {
                lines.removeFirst();
            }
        }

        synchronized List<String> lines() {
            return List.copyOf(lines);
        }
    }
}
