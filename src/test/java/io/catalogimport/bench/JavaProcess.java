package io.catalogimport.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.IntSupplier;

/** The program, by its launcher, as a process, and what it takes: looked at from outside several times a second. */
final class JavaProcess implements AutoCloseable {
    private static final Path LAUNCHER =
            Path.of("target/catalog-import/catalog-import").toAbsolutePath();
    private static final Duration GLANCE = Duration.ofMillis(100);

    private final Process process;
    private final Path output;
    private final long startedAt = System.nanoTime();
    private Duration cpu = Duration.ZERO;
    private int threads;
    private int connections;
    private long resident;

    private JavaProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /**
     * What a process has taken in all, or at most at a time.
     *
     * @param resident its resident memory, in bytes; 0 where the system does not tell, as with the threads
     * @param connections to the database
     */
    record Consumption(Duration time, Duration cpu, int threads, int connections, long resident) {
        String mebibytes() {
            return (resident >> 20) + " MiB";
        }
    }

    /** Starts it in this directory with nothing but this environment. */
    static JavaProcess start(Path directory, String heap, Map<String, String> environment, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(LAUNCHER.toString()));
        command.addAll(arguments);
        try {
            Path output = Files.createTempFile(directory, arguments.get(0), ".log");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment().keySet().retainAll(List.of("PATH", "SystemRoot", "TMPDIR"));
            builder.environment().putAll(environment);
            builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
            builder.environment().put("CATALOG_IMPORT_OPTS", heap);
            return new JavaProcess(builder.start(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean endsWithin(Duration time) {
        try {
            return process.waitFor(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while a process was being measured", e);
        }
    }

    /**
     * Waits for its end, which must be a good one, and tells what it took.
     *
     * @param also more that is looked at each time, with the processor time so far
     */
    Consumption untilItEnds(IntSupplier databaseConnections, Consumer<Duration> also) {
        while (!endsWithin(GLANCE)) {
            connections = Math.max(connections, databaseConnections.getAsInt());
            look();
            also.accept(cpu);
        }
        Duration time = Duration.ofNanos(System.nanoTime() - startedAt);
        if (process.exitValue() != 0) {
            throw new IllegalStateException("Exit code " + process.exitValue() + ": " + said());
        }
        return new Consumption(time, cpu, threads, connections, resident);
    }

    /** It has ended, and must have ended well. */
    void requireGoodEnd() {
        if (process.exitValue() != 0) {
            throw new IllegalStateException("Exit code " + process.exitValue() + ": " + said());
        }
    }

    /** What it has taken so far. */
    Consumption untilNow() {
        look();
        return new Consumption(Duration.ofNanos(System.nanoTime() - startedAt), cpu, threads, connections, resident);
    }

    String said() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void look() {
        cpu = process.info().totalCpuDuration().orElse(cpu);
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        try {
            for (String line : Files.exists(status) ? Files.readAllLines(status) : List.<String>of()) {
                if (line.startsWith("VmHWM:")) {
                    resident = Math.max(resident, number(line) * 1024);
                } else if (line.startsWith("Threads:")) {
                    threads = Math.max(threads, (int) number(line));
                }
            }
        } catch (IOException gone) {
            // It has ended in between: what was seen last counts.
        }
    }

    private static long number(String line) {
        return Long.parseLong(line.replaceAll("\\D", ""));
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
