package io.catalogimport.bench;

import io.catalogimport.sandbox.Call;
import io.catalogimport.sandbox.Sandbox;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Starts {@code plan} for a file of one row that is new each time, so that AWS has to be asked. */
final class StartUp {
    /** What {@code times} prints of a shell's children, which are the program alone. */
    private static final Pattern CPU = Pattern.compile("(\\d+)m([\\d.]+)s (\\d+)m([\\d.]+)s\\s*$");

    private static final Path SAMPLE = Path.of("sample-input/mappings.csv");

    private final Path directory;
    private final Sandbox sandbox;
    private final Map<String, String> database;
    private int starts;

    /** @param database the variables that name the database; none for the embedded one */
    StartUp(Path directory, Sandbox sandbox, Map<String, String> database) {
        this.directory = directory;
        this.sandbox = sandbox;
        this.database = database;
    }

    /**
     * What one start took.
     *
     * @param firstCall until the sandbox got the first request
     * @param cpu user and system time from start to end
     */
    record Measurement(Duration firstCall, Duration cpu) {}

    Measurement measure(List<String> program) throws IOException, InterruptedException {
        List<String> sample = Files.readAllLines(SAMPLE);
        starts++;
        Path file = Files.writeString(
                directory.resolve("mappings.csv"),
                "%s,start%n%s,%d of %d%n".formatted(sample.get(0), sample.get(1), starts, System.nanoTime()));
        List<String> command = new ArrayList<>(List.of("sh", "-c", "\"$@\" >&2; times", "sh"));
        command.addAll(program);
        command.addAll(List.of(
                "plan",
                file.toString(),
                "--results",
                directory.resolve("results").toString()));
        command.addAll(List.of("--state-dir", directory.resolve("state").toString()));
        int before = sandbox.calls().size();
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectError(directory.resolve("program.err").toFile());
        builder.environment().keySet().removeIf(name -> name.matches("(AWS|SPRING|CATALOG_IMPORT)_.*"));
        builder.environment().putAll(database);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("AWS_ENDPOINT_URL", sandbox.endpoint().toString());
        builder.environment().put("AWS_ACCESS_KEY_ID", "sandbox");
        builder.environment().put("AWS_SECRET_ACCESS_KEY", "sandbox");
        Instant begin = Instant.now();
        Process process = builder.start();
        String times = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        List<Call> calls = sandbox.calls();
        if (calls.size() == before) {
            throw new IOException("AWS was not asked: " + Files.readString(directory.resolve("program.err")));
        }
        return new Measurement(Duration.between(begin, calls.get(before).at()), cpu(times));
    }

    private static Duration cpu(String times) {
        return CPU.matcher(times)
                .results()
                .findFirst()
                .map(found -> seconds(found.group(1), found.group(2)).plus(seconds(found.group(3), found.group(4))))
                .orElse(Duration.ZERO);
    }

    private static Duration seconds(String minutes, String seconds) {
        return Duration.ofMinutes(Long.parseLong(minutes)).plusMillis(Math.round(Double.parseDouble(seconds) * 1000));
    }
}
