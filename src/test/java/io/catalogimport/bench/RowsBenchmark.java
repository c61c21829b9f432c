package io.catalogimport.bench;

import static io.catalogimport.bench.Table.figure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How many rows are staged and validated in a second, and in how much memory. */
final class RowsBenchmark implements Benchmark {
    private static final String HEAP = "-Xmx256m";
    private static final String STAGING = "stageMappings";
    private static final String VALIDATION = "validateMappings";

    /** Of the largest file, only the first row is validated, unless the full form is wanted. */
    private static final int LARGEST = 100_000;

    @Override
    public String measure(Workbench bench) {
        List<Measurement> measurements = new ArrayList<>();
        for (int rows : List.of(1_000, 10_000, LARGEST)) {
            measurements.add(measure(bench, rows, bench.choose(rows < LARGEST ? rows : 1, rows)));
        }
        Table table = new Table(
                "rows", "staged in", "rows/s", "validated in", "rows/s", "peak memory", "against the smallest");
        Measurement smallest = measurements.get(0);
        measurements.forEach(measurement -> table.row(
                figure("%,d", measurement.rows),
                figure("%.1f s", measurement.stagingSeconds),
                figure("%,.0f", measurement.rows / measurement.stagingSeconds),
                measurement.validated == 1 ? "-" : figure("%.1f s", measurement.validationSeconds),
                measurement.validated == 1
                        ? "-"
                        : figure("%,.0f", measurement.validated / measurement.validationSeconds),
                figure("%d MiB", measurement.resident >> 20),
                figure("%.2fx", (double) measurement.resident / smallest.resident)));
        return "`plan` with " + HEAP
                + ", one lane, durable PostgreSQL on loopback; no limit to the calls a second; steps as"
                + " Spring Batch has timed them. Peak memory is the process's resident size.\n\n" + table;
    }

    private static Measurement measure(Workbench bench, int rows, int validated) {
        LaneScenery lane = new LaneScenery(
                LaneScenery.OWN_ACCOUNT, "eu-central-1", ImportTimes.constant(rows, Duration.ofSeconds(5)));
        String selection = validated == rows ? "2-" + (rows + 1) : "2";
        try (BenchScene scene = bench.scene(List.of(lane))) {
            JavaProcess.Consumption program =
                    scene.run(HEAP, "plan", "--only", selection, "--aws-rate", BenchScene.ANY_RATE);
            return new Measurement(
                    rows,
                    validated,
                    ImportTimes.seconds(scene.database().step(STAGING)),
                    ImportTimes.seconds(scene.database().step(VALIDATION)),
                    program.resident());
        }
    }

    /** @param resident the process's largest resident size, in bytes */
    private record Measurement(
            int rows, int validated, double stagingSeconds, double validationSeconds, long resident) {}
}
