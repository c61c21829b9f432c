package io.catalogimport.bench;

import static io.catalogimport.bench.Table.figure;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * How throughput grows with the lanes that are worked on side by side, and what they take. Nothing but AWS's own time
 * would make it grow with their number.
 */
final class LanesBenchmark implements Benchmark {
    private static final String HEAP = "-Xmx512m";
    private static final Duration IMPORT_TIME = Duration.ofSeconds(5);
    private static final List<String> REGIONS = List.of("eu-central-1", "eu-west-1", "us-east-1", "us-east-2");

    @Override
    public String measure(Workbench bench) {
        BenchDatabase database = bench.database();
        int imports = bench.choose(5, 20);
        Table table = new Table(
                "lanes",
                "imports/s",
                "of the possible",
                "threads",
                "database connections",
                "peak memory",
                "CPU an import",
                "CPU of the sandbox");
        for (int lanes : List.of(1, 10, 50, 200)) {
            table.row(measure(bench, scenery(lanes, imports), database));
        }
        return """
                `import --lanes auto` with %s: %d imports of %d s a lane; %d lanes an account. Possible are as many imports
                a second as lanes divided by the import time. All take the same time, so that their ends come together.

                """.formatted(HEAP, imports, IMPORT_TIME.toSeconds(), REGIONS.size()) + table;
    }

    private static String[] measure(Workbench bench, List<LaneScenery> lanes, BenchDatabase database) {
        try (BenchScene scene = bench.scene(lanes, List.of(), database)) {
            JavaProcess.Consumption program = scene.run(
                    HEAP,
                    "import",
                    "--lanes",
                    "auto",
                    "--role-name",
                    "catalog-import",
                    "--aws-rate",
                    BenchScene.ANY_RATE);
            int imports =
                    lanes.stream().mapToInt(lane -> lane.importTimes().size()).sum();
            double throughput = imports / ImportTimes.seconds(database.importing());
            double possible = lanes.size() / ImportTimes.seconds(IMPORT_TIME);
            return new String[] {
                figure("%d", lanes.size()),
                figure("%.2f", throughput),
                figure("%.0f %%", 100 * throughput / possible),
                figure("%d", program.threads()),
                figure("%d", program.connections()),
                program.mebibytes(),
                figure("%d ms", program.cpu().dividedBy(imports).toMillis()),
                figure(
                        "%d ms",
                        scene.sandboxConsumption().cpu().dividedBy(imports).toMillis())
            };
        }
    }

    private static List<LaneScenery> scenery(int lanes, int imports) {
        return IntStream.range(0, lanes)
                .mapToObj(number -> new LaneScenery(
                        account(number / REGIONS.size()),
                        REGIONS.get(number % REGIONS.size()),
                        ImportTimes.constant(imports, IMPORT_TIME)))
                .toList();
    }

    private static String account(int number) {
        return number == 0 ? LaneScenery.OWN_ACCOUNT : String.format(Locale.ROOT, "2%011d", number);
    }
}
