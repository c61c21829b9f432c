package io.catalogimport.bench;

import static io.catalogimport.bench.Table.figure;

import java.time.Duration;
import java.util.List;

/** How many calls of AWS a row takes to be validated, by how many rows its lane has. */
final class ValidationCallsBenchmark implements Benchmark {
    private static final List<Integer> SIZES = List.of(1, 10, 100, 1_000);

    @Override
    public String measure(Workbench bench) {
        Table table = new Table("rows in the lane", "AWS calls", "calls a row", "against a row alone");
        int alone = 0;
        for (int rows : SIZES) {
            int calls = calls(bench, rows);
            alone = rows == 1 ? calls : alone;
            table.row(
                    figure("%,d", rows),
                    figure("%,d", calls),
                    figure("%.2f", (double) calls / rows),
                    figure("%.2fx", (double) calls / alone / rows));
        }
        return "All calls that `plan` makes, from the sandbox's call log. A row alone is looked at as a script would, fact by"
                + " fact.\n\n" + table;
    }

    private static int calls(Workbench bench, int rows) {
        LaneScenery lane = new LaneScenery(
                LaneScenery.OWN_ACCOUNT, "eu-central-1", ImportTimes.constant(rows, Duration.ofSeconds(5)));
        try (BenchScene scene = bench.scene(List.of(lane))) {
            scene.run("-Xmx512m", "plan", "--aws-rate", BenchScene.ANY_RATE);
            return scene.calls().size();
        }
    }
}
