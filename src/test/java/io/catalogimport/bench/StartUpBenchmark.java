package io.catalogimport.bench;

import io.catalogimport.sandbox.Sandbox;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * Starts the program again and again, as the plain jar and by the launcher in turns, and prints how long it takes until
 * AWS is first asked. Both are those of {@code make build}, and the Java is the one that the benchmark runs with.
 */
public final class StartUpBenchmark {
    private static final Path JAR = Path.of("target/catalog-import.jar").toAbsolutePath();
    private static final Path LAUNCHER =
            Path.of("target/catalog-import/catalog-import").toAbsolutePath();
    private static final int STARTS = 10;

    private StartUpBenchmark() {}

    /** Takes how many times each is started, if not ten times. */
    public static void main(String[] args) throws IOException, InterruptedException {
        int starts = args.length == 0 ? STARTS : Integer.parseInt(args[0]);
        Path directory = Files.createTempDirectory("start-up-benchmark");
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                        .setLocaleConfig("locale", "C")
                        .start();
                Sandbox sandbox =
                        Sandbox.builder().seed(Path.of("sample-input/sandbox")).start()) {
            System.out.printf(
                    Locale.ROOT,
                    "Start-up of plan, Java %s: median (least) of %d starts%n"
                            + "| database            | what      | seconds to the first AWS call | CPU seconds of the run |%n"
                            + "|---------------------|-----------|------------------------------:|-----------------------:|%n",
                    System.getProperty("java.version"),
                    starts);
            Map<String, String> named = Map.of("SPRING_DATASOURCE_URL", postgres.getJdbcUrl("postgres", "postgres"));
            compare("PostgreSQL, running", new StartUp(directory, sandbox, named), starts);
            compare("embedded", new StartUp(directory, sandbox, Map.of()), starts);
        }
    }

    private static void compare(String database, StartUp startUp, int starts) throws IOException, InterruptedException {
        List<String> plain =
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", JAR.toString());
        List<String> launcher = List.of(LAUNCHER.toString());
        // The first start makes the database and its tables.
        startUp.measure(plain);
        List<StartUp.Measurement> plainly = new ArrayList<>();
        List<StartUp.Measurement> launched = new ArrayList<>();
        for (int start = 0; start < starts; start++) {
            plainly.add(startUp.measure(plain));
            launched.add(startUp.measure(launcher));
        }
        print(database, "plain jar", plainly);
        print(database, "launcher", launched);
        System.out.printf(
                Locale.ROOT,
                "| %-19s | ratio     | %29.2f | %22.2f |%n",
                database,
                median(launched, StartUp.Measurement::firstCall) / median(plainly, StartUp.Measurement::firstCall),
                median(launched, StartUp.Measurement::cpu) / median(plainly, StartUp.Measurement::cpu));
    }

    private static void print(String database, String what, List<StartUp.Measurement> measurements) {
        System.out.printf(
                Locale.ROOT,
                "| %-19s | %-9s | %20.2f (%6.2f) | %13.2f (%6.2f) |%n",
                database,
                what,
                median(measurements, StartUp.Measurement::firstCall),
                sorted(measurements, StartUp.Measurement::firstCall).get(0),
                median(measurements, StartUp.Measurement::cpu),
                sorted(measurements, StartUp.Measurement::cpu).get(0));
    }

    private static double median(
            List<StartUp.Measurement> measurements, Function<StartUp.Measurement, Duration> figure) {
        List<Double> sorted = sorted(measurements, figure);
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    private static List<Double> sorted(
            List<StartUp.Measurement> measurements, Function<StartUp.Measurement, Duration> figure) {
        return measurements.stream()
                .map(figure)
                .map(duration -> duration.toNanos() / 1e9)
                .sorted()
                .toList();
    }
}
