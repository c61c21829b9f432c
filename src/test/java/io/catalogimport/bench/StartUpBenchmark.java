package io.catalogimport.bench;

import io.catalogimport.sandbox.Sandbox;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Starts the program again and again, as the plain jar and by the launcher in turns, and tells how long it takes until
 * AWS is first asked. Both are those of {@code make build}, and the Java is the one that the benchmark runs with.
 */
final class StartUpBenchmark implements Benchmark {
    private static final Path JAR = Path.of("target/catalog-import.jar").toAbsolutePath();
    private static final Path LAUNCHER =
            Path.of("target/catalog-import/catalog-import").toAbsolutePath();
    private static final int FEW_STARTS = 5;
    private static final int STARTS = 10;

    @Override
    public String measure(Workbench bench) throws IOException, InterruptedException {
        int starts = bench.choose(FEW_STARTS, STARTS);
        Path directory = bench.newDirectory();
        Table table = new Table("start of `plan`", "until the first AWS call", "least", "CPU of the run", "least");
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                        .setLocaleConfig("locale", "C")
                        .start();
                Sandbox sandbox =
                        Sandbox.builder().seed(Path.of("sample-input/sandbox")).start()) {
            Map<String, String> named = Map.of("SPRING_DATASOURCE_URL", postgres.getJdbcUrl("postgres", "postgres"));
            compare(table, "PostgreSQL, running", new StartUp(directory, sandbox, named), starts);
            compare(table, "embedded", new StartUp(directory, sandbox, Map.of()), starts);
        }
        return "Medians of %d starts each.%n%n".formatted(starts) + table;
    }

    private static void compare(Table table, String database, StartUp startUp, int starts)
            throws IOException, InterruptedException {
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
        row(table, database + ", plain jar", plainly);
        row(table, database + ", launcher", launched);
        table.row(
                database + ", ratio",
                ratio(launched, plainly, StartUp.Measurement::firstCall),
                "",
                ratio(launched, plainly, StartUp.Measurement::cpu),
                "");
    }

    private static String ratio(
            List<StartUp.Measurement> launched,
            List<StartUp.Measurement> plainly,
            Function<StartUp.Measurement, Duration> figure) {
        return Table.figure("%.2fx", median(launched, figure) / median(plainly, figure));
    }

    private static void row(Table table, String what, List<StartUp.Measurement> measurements) {
        table.row(
                what,
                seconds(median(measurements, StartUp.Measurement::firstCall)),
                seconds(sorted(measurements, StartUp.Measurement::firstCall).get(0)),
                seconds(median(measurements, StartUp.Measurement::cpu)),
                seconds(sorted(measurements, StartUp.Measurement::cpu).get(0)));
    }

    private static String seconds(double seconds) {
        return Table.figure("%.2f s", seconds);
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
