package io.catalogimport.bench;

import static io.catalogimport.bench.Table.figure;

import java.time.Duration;

/** What a file takes that has more rows than any account has stacks, from the first row to the results. */
final class LargeFileBenchmark implements Benchmark {
    private static final String HEAP = "-Xmx256m";
    private static final int LANES = 200;

    @Override
    public String measure(Workbench bench) {
        int rows = bench.choose(100_000, 1_000_000);
        try (BenchScene scene =
                bench.scene(LaneScenery.many(LANES, ImportTimes.constant(rows / LANES, Duration.ZERO)))) {
            JavaProcess.Consumption program = scene.run(
                    HEAP,
                    "plan",
                    "--template-check",
                    "off",
                    "--role-name",
                    "catalog-import",
                    "--aws-rate",
                    BenchScene.ANY_RATE);
            Table table =
                    new Table("rows", "staged in", "rows/s", "validated in", "rows/s", "whole command", "peak memory");
            double staging = ImportTimes.seconds(scene.database().step("stageMappings"));
            double validation = ImportTimes.seconds(scene.database().step("validateMappings"));
            table.row(
                    figure("%,d", rows),
                    figure("%.1f s", staging),
                    figure("%,.0f", rows / staging),
                    figure("%.1f s", validation),
                    figure("%,.0f", rows / validation),
                    figure("%.1f s", ImportTimes.seconds(program.time())),
                    program.mebibytes());
            return """
                    `plan --template-check off` with %s, %d lanes, which are mixed in the file; durable PostgreSQL on loopback; no limit
                    to the calls a second. The whole command prints each row and writes the results.

                    """.formatted(HEAP, LANES) + table;
        }
    }
}
