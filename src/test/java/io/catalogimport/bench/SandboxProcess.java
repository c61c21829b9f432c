package io.catalogimport.bench;

import io.catalogimport.sandbox.Call;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/** A sandbox in a process of its own, so that its work is not taken for the job's. */
final class SandboxProcess implements AutoCloseable {
    private static final Pattern READY = Pattern.compile("Sandbox ready at (\\S+)");
    private static final Duration GLANCE = Duration.ofMillis(20);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JavaProcess process;
    private final URI endpoint;
    private final Path callLog;

    private SandboxProcess(JavaProcess process, URI endpoint, Path callLog) {
        this.process = process;
        this.endpoint = endpoint;
        this.callLog = callLog;
    }

    /** Starts it with the seed in this directory. */
    static SandboxProcess start(Workbench bench, Path directory) {
        Path callLog = directory.resolve("calls.jsonl");
        JavaProcess process = bench.start(JavaProcess.start(
                directory,
                // A seed with a million stacks takes 6 GiB.
                "-Xmx" + bench.choose(1, 8) + "g",
                Map.of(),
                List.of("sandbox", "--port", "0", "--seed", ".", "--call-log", callLog.toString())));
        Matcher ready = READY.matcher(process.said());
        while (!ready.find()) {
            if (process.endsWithin(GLANCE)) {
                throw new IllegalStateException("The sandbox does not start: " + process.said());
            }
            ready = READY.matcher(process.said());
        }
        return new SandboxProcess(process, URI.create(ready.group(1)), callLog);
    }

    URI endpoint() {
        return endpoint;
    }

    /** All calls so far, in the order in which they were carried out. */
    List<Call> calls() {
        try {
            return Files.readAllLines(callLog).stream()
                    .map(line -> JSON.readValue(line, Call.class))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JavaProcess.Consumption consumption() {
        return process.untilNow();
    }

    @Override
    public void close() {
        process.close();
    }
}
