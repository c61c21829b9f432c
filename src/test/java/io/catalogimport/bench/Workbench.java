package io.catalogimport.bench;

import io.catalogimport.database.EmbeddedDatabase;
import io.catalogimport.database.LockHolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

/**
 * What all benchmarks share: a directory, a durable PostgreSQL server on loopback, and the processes that are started.
 * They end with the benchmarks' own process, also when a signal ends it.
 */
final class Workbench {
    private final boolean full;
    private final Path directory;
    private final EmbeddedDatabase server;
    private final Deque<JavaProcess> processes = new ArrayDeque<>();
    private int scenes;

    private Workbench(boolean full, Path directory, EmbeddedDatabase server) {
        this.full = full;
        this.directory = directory;
        this.server = server;
    }

    static Workbench open(boolean full) throws IOException {
        Path directory = Files.createTempDirectory(Path.of("target"), "bench-").toAbsolutePath();
        LockHolder self = new LockHolder("localhost", ProcessHandle.current().pid(), "benchmarks", Instant.now());
        Path state = directory.resolve("state");
        try (EmbeddedDatabase first = EmbeddedDatabase.tryStart(state, self).orElseThrow()) {
            BenchDatabase.countStatements(first);
        }
        Workbench bench = new Workbench(
                full, directory, EmbeddedDatabase.tryStart(state, self).orElseThrow());
        Runtime.getRuntime().addShutdownHook(new Thread(bench::end));
        return bench;
    }

    /** The first number in the short form, the second in the full one. */
    int choose(int few, int many) {
        return full ? many : few;
    }

    /** A sandbox with these lanes, a mapping file of their stacks and an empty database. */
    BenchScene scene(List<LaneScenery> lanes) {
        return scene(lanes, List.of(), database());
    }

    /** The same with more lanes in the sandbox, of which the file says nothing, and a database that may hold earlier runs. */
    BenchScene scene(List<LaneScenery> lanes, List<LaneScenery> others, BenchDatabase database) {
        Path home = newDirectory();
        LaneScenery.seed(home, Stream.concat(lanes.stream(), others.stream()).toList());
        Path file = LaneScenery.mappingFile(home, lanes);
        return new BenchScene(this, SandboxProcess.start(this, home), database, file);
    }

    BenchDatabase database() {
        try {
            return BenchDatabase.create(server, "bench_" + ++scenes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path newDirectory() {
        try {
            return Files.createTempDirectory(directory, "scene-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    synchronized JavaProcess start(JavaProcess process) {
        processes.push(process);
        return process;
    }

    private synchronized void end() {
        processes.forEach(JavaProcess::close);
        processes.clear();
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
