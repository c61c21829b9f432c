package io.catalogimport.bench;

import static io.catalogimport.bench.Table.figure;

import java.time.Duration;
import java.util.List;

/**
 * How throughput grows with the lanes that are worked on side by side, and what they take. Nothing but AWS's own time
 * would make it grow with their number. What is missing to that is told by its cause.
 */
final class LanesBenchmark implements Benchmark {
    private static final String HEAP = "-Xmx512m";
    private static final Duration IMPORT_TIME = Duration.ofSeconds(5);

    @Override
    public String measure(Workbench bench) {
        BenchDatabase database = bench.database();
        int imports = bench.choose(5, 40);
        Table throughput = new Table(
                "lanes",
                "imports/s",
                "of the possible",
                "noticed after",
                "next one after",
                "status calls",
                "threads",
                "database connections",
                "peak memory");
        Table expense = new Table(
                "lanes",
                "statements an import",
                "commits",
                "CPU an import",
                "of the program",
                "of the sandbox",
                "of PostgreSQL",
                "cores busy");
        for (int lanes : List.of(1, 10, 50, 200, 500)) {
            measure(
                    bench,
                    LaneScenery.many(lanes, ImportTimes.constant(imports, IMPORT_TIME)),
                    database,
                    throughput,
                    expense);
        }
        return """
                `import --lanes auto` with %s: %d imports of %d s a lane; %d lanes an account. Possible are as many imports
                a second as lanes divided by the import time. All take the same time, so that their ends come together. An
                end is noticed by a look so long after it, and that long after the look the next import is asked for.

                """.formatted(HEAP, imports, IMPORT_TIME.toSeconds(), LaneScenery.REGIONS.size()) + throughput + """

                Of the imports in the middle of each run; commits are those of transactions that changed something.

                """
                + expense;
    }

    private static void measure(
            Workbench bench, List<LaneScenery> lanes, BenchDatabase database, Table throughput, Table expense) {
        int imports = lanes.stream().mapToInt(lane -> lane.importTimes().size()).sum();
        Expenses expenses = new Expenses(imports);
        try (BenchScene scene = bench.scene(lanes, List.of(), database)) {
            JavaProcess.Consumption program = scene.run(
                    expenses,
                    HEAP,
                    "import",
                    "--lanes",
                    "auto",
                    "--max-lanes",
                    Integer.toString(lanes.size()),
                    "--role-name",
                    "catalog-import",
                    "--aws-rate",
                    BenchScene.ANY_RATE);
            double rate = imports / ImportTimes.seconds(database.importing());
            double possible = lanes.size() / ImportTimes.seconds(IMPORT_TIME);
            LanesFollowed followed = LanesFollowed.of(scene.calls(), IMPORT_TIME);
            throughput.row(
                    figure("%d", lanes.size()),
                    figure("%.2f", rate),
                    figure("%.1f %%", 100 * rate / possible),
                    figure("%d ms", followed.noticed().toMillis()),
                    figure("%d ms", followed.turnaround().toMillis()),
                    figure("%.1f", followed.calls()),
                    figure("%d", program.threads()),
                    figure("%d", program.connections()),
                    program.mebibytes());
            expense.row(row(lanes.size(), rate, expenses.inTheMiddle()));
        }
    }

    private static String[] row(int lanes, double rate, Expense each) {
        Duration cpu = each.program().plus(each.sandbox()).plus(each.database());
        return new String[] {
            figure("%d", lanes),
            figure("%.1f", each.perImport(each.statements())),
            figure("%.1f", each.perImport(each.commits())),
            figure("%.1f ms", each.millisPerImport(cpu)),
            figure("%.1f ms", each.millisPerImport(each.program())),
            figure("%.1f ms", each.millisPerImport(each.sandbox())),
            figure("%.1f ms", each.millisPerImport(each.database())),
            figure("%.2f", rate * each.millisPerImport(cpu) / 1e3)
        };
    }
}
