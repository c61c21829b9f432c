package io.catalogimport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;

/** The built program as a process of its own, which never outlives its test. */
public final class Program implements AutoCloseable {
    /** Of the database's password and of the secret key: no process may ever print it. */
    static final String SECRET = "s3cr3t-of-the-operator";

    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final Duration GLANCE = Duration.ofMillis(20);
    private static final Pattern STACK_TRACE = Pattern.compile("^\\s+at [\\w.$/]+\\(", Pattern.MULTILINE);

    private final Process process;
    private final Path out;
    private final Path err;
    private final boolean debug;
    private final long startedAt = System.nanoTime();

    private Program(Process process, Path out, Path err, boolean debug) {
        this.process = process;
        this.out = out;
        this.err = err;
        this.debug = debug;
    }

    /** What a process has left behind. */
    public record Ended(int exitCode, String out, String err, Duration took) {}

    /** Starts it with these arguments and this environment, and nothing of the tests' own. */
    static Program start(Path directory, Map<String, String> environment, String... arguments) {
        List<String> command = new ArrayList<>(Signals.RESET);
        command.addAll(BuiltProgram.COMMAND);
        command.addAll(List.of(arguments));
        try {
            Path out = Files.createTempFile(directory.resolveSibling("output"), "", ".out");
            Path err = Files.createTempFile(directory.resolveSibling("output"), "", ".err");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            builder.environment().keySet().retainAll(List.of("PATH", "SystemRoot", "TMPDIR"));
            builder.environment().putAll(environment);
            return new Program(builder.start(), out, err, List.of(arguments).contains("--debug"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Whether the process ends by itself, or has ended, within that time. */
    public boolean endsWithin(Duration time) {
        try {
            return process.waitFor(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Waits for the process to end by itself. No stack trace without --debug, and no secret, is ever to be seen. */
    public Ended end() {
        assertThat(endsWithin(LIMIT)).as("ended; until now: %s", said()).isTrue();
        Duration took = Duration.ofNanos(System.nanoTime() - startedAt);
        Ended ended = new Ended(process.exitValue(), read(out), read(err), took);
        assertThat(ended.out()).doesNotContain(SECRET).doesNotContainPattern(STACK_TRACE);
        assertThat(ended.err()).doesNotContain(SECRET);
        if (!debug) {
            assertThat(ended.err()).doesNotContainPattern(STACK_TRACE);
        }
        return ended;
    }

    /** Waits, while the process runs, for something to become true. */
    Program until(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(process.isAlive() && System.nanoTime() < deadline)
                    .as("still waiting for %s; until now: %s", what, said())
                    .isTrue();
            LockSupport.parkNanos(GLANCE.toNanos());
        }
        return this;
    }

    /** Waits until it has said this on stderr. */
    Program untilItSays(String words) {
        return until(words, () -> read(err).contains(words));
    }

    /** Waits until it has said this on stdout. */
    Program untilItPrints(String words) {
        return until(words, () -> read(out).contains(words));
    }

    /** Sends a signal by its name, such as TERM. */
    Program signal(String name) {
        try {
            Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
            assertThat(kill.waitFor(10, TimeUnit.SECONDS)).isTrue();
            assertThat(kill.exitValue()).isZero();
            return this;
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Ends the process without letting it do anything more, and waits until it is gone. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public void close() {
        kill();
    }

    private String said() {
        return read(out) + read(err);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
