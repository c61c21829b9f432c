package io.catalogimport.database;

import java.io.File;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * The server that a killed process left running on a data directory. It is known by that directory. The process number
 * in {@code postmaster.pid} proves nothing: it may be another process's by now, even another PostgreSQL's.
 */
final class OrphanedServer {
    private static final Path PROCESSES = Path.of("/proc/self/cwd");
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final Path data;

    OrphanedServer(Path data) {
        this.data = data;
    }

    /** Ends the server, if there is one. The caller has the directory's lock, so that nobody else is using it. */
    void end() throws IOException {
        List<ProcessHandle> processes;
        try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
            processes = all.filter(this::worksHere).toList();
        }
        if (!processes.isEmpty()) {
            // The server ends its own processes. Only those whose server is gone are ended one by one.
            processes.stream().filter(process -> !isChildOf(processes, process)).forEach(ProcessHandle::destroy);
            awaitEnd(processes);
        }
        if (Files.isDirectory(data) && Files.exists(PROCESSES)) {
            // PostgreSQL does not start if any process of the same user has the number by now, even one of our threads.
            Files.deleteIfExists(data.resolve("postmaster.pid"));
        }
    }

    private boolean worksHere(ProcessHandle process) {
        ProcessHandle.Info info = process.info();
        return info.command().filter(OrphanedServer::isPostgres).isPresent()
                && (isWorkingDirectory(process.pid())
                        || isNamed(info.arguments().orElse(new String[0])));
    }

    /** A server and all its processes work in its data directory. Only Linux says where a process works. */
    private boolean isWorkingDirectory(long process) {
        try {
            return Files.isSameFile(Path.of("/proc", Long.toString(process), "cwd"), data);
        } catch (IOException e) {
            return false;
        }
    }

    private boolean isNamed(String[] arguments) {
        return Arrays.asList(arguments).contains(data.toString());
    }

    /** The name is longer if the file was deleted after the start. Other processes' paths may be no paths in our locale. */
    static boolean isPostgres(String command) {
        return command.substring(command.lastIndexOf(File.separatorChar) + 1).startsWith("postgres");
    }

    private static boolean isChildOf(List<ProcessHandle> processes, ProcessHandle process) {
        return process.parent().filter(processes::contains).isPresent();
    }

    private static void awaitEnd(List<ProcessHandle> processes) throws IOException {
        CompletableFuture<?>[] ends =
                processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(ends).get(LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new IOException(
                    "the database server that an earlier run left behind (process %d) does not end: end it, then run again"
                            .formatted(processes.get(0).pid()),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while ending the database server of an earlier run");
        }
    }
}
