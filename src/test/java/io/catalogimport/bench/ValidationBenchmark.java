package io.catalogimport.bench;

import static io.catalogimport.bench.Table.figure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How fast rows are validated, with how many calls, in how much memory, and what a row costs each process. */
final class ValidationBenchmark implements Benchmark {
    private static final String HEAP = "-Xmx256m";
    private static final String STEP = "validateMappings";

    @Override
    public String measure(Workbench bench) {
        Table table = new Table(
                "lanes",
                "rows a lane",
                "validated in",
                "rows/s",
                "calls a row",
                "peak memory",
                "CPU a row",
                "of the sandbox",
                "of PostgreSQL");
        List<Size> sizes = new ArrayList<>(List.of(new Size(1, 10_000), new Size(200, 20)));
        if (bench.choose(0, 1) == 1) {
            sizes.add(new Size(200, 500));
        }
        sizes.forEach(size -> table.row(measure(bench, size)));
        return """
                `plan` with %s, the rows of the lanes mixed in the file; durable PostgreSQL on loopback; no limit to the calls a
                second. The validating step as Spring Batch has timed it; CPU from the process's start to its end.

                """.formatted(HEAP) + table;
    }

    private static String[] measure(Workbench bench, Size size) {
        try (BenchScene scene = bench.scene(size.scenery())) {
            ServerLoad server = ServerLoad.of(scene.database());
            Duration sandboxBefore = scene.sandboxConsumption().cpu();
            Duration serverBefore = server.cpu();
            JavaProcess.Consumption program =
                    scene.run(HEAP, "plan", "--role-name", "catalog-import", "--aws-rate", BenchScene.ANY_RATE);
            double seconds = ImportTimes.seconds(scene.database().step(STEP));
            return new String[] {
                figure("%d", size.lanes()),
                figure("%,d", size.rows()),
                figure("%.1f s", seconds),
                figure("%,.0f", size.total() / seconds),
                figure("%.2f", (double) scene.calls().size() / size.total()),
                program.mebibytes(),
                milliseconds(program.cpu(), size),
                milliseconds(scene.sandboxConsumption().cpu().minus(sandboxBefore), size),
                milliseconds(server.cpu().minus(serverBefore), size)
            };
        }
    }

    private static String milliseconds(Duration cpu, Size size) {
        return figure("%.2f ms", cpu.toNanos() / 1e6 / size.total());
    }

    /** @param rows of each lane */
    private record Size(int lanes, int rows) {
        private int total() {
            return lanes * rows;
        }

        private List<LaneScenery> scenery() {
            return LaneScenery.many(lanes, ImportTimes.constant(rows, Duration.ofSeconds(5)));
        }
    }
}
