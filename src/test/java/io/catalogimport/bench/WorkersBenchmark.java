package io.catalogimport.bench;

import static io.catalogimport.bench.Table.figure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What it costs that several workers share a run, and that one of them dies. */
final class WorkersBenchmark implements Benchmark {
    private static final String HEAP = "-Xmx512m";
    private static final int LANES = 60;
    private static final int WORKERS = 3;
    private static final Duration IMPORT_TIME = Duration.ofSeconds(5);
    private static final Pattern IMPORTED = Pattern.compile(": imported in ");
    private static final Duration GLANCE = Duration.ofMillis(100);

    @Override
    public String measure(Workbench bench) {
        int imports = bench.choose(7, 20);
        Table table = new Table(
                "workers",
                "lanes of each",
                "killed",
                "first start to last end",
                "against one",
                "importing",
                "against one",
                "CPU an import");
        Measured alone = row(table, measure(bench, new Case(1, LANES, 0), imports), null);
        row(table, measure(bench, new Case(WORKERS, LANES / WORKERS, 0), imports), alone);
        row(table, measure(bench, new Case(WORKERS, LANES / (WORKERS - 1), 0), imports), alone);
        row(table, measure(bench, new Case(WORKERS, LANES / (WORKERS - 1), 1), imports), alone);
        return """
                `import --shared` with %s each, on one machine: %d lanes, %d imports of %d s a lane, so that all lanes end at
                about the same time, and each delay of one shows. With %d lanes each, two workers have room for all lanes. A
                worker is killed when half of the imports are done, and not replaced: the others take over its lanes, with
                what is in flight there. Importing is from the first request to the last end.

                """.formatted(HEAP, LANES, imports, IMPORT_TIME.toSeconds(), LANES / (WORKERS - 1)) + table;
    }

    /**
     * Workers that share a run.
     *
     * @param killed how many of them are
     */
    private record Case(int workers, int lanes, int killed) {}

    /** How long it took, and the processor time that all workers took for an import. */
    private record Measured(Case workers, Duration wall, Duration importing, Duration cpu) {}

    private static Measured measure(Workbench bench, Case wanted, int imports) {
        List<LaneScenery> lanes = LaneScenery.many(LANES, ImportTimes.constant(imports, IMPORT_TIME));
        BenchDatabase database = bench.database();
        try (BenchScene scene = bench.scene(lanes, List.of(), database)) {
            long began = System.nanoTime();
            List<JavaProcess> workers = new ArrayList<>();
            for (int worker = 0; worker < wanted.workers; worker++) {
                workers.add(scene.start(
                        HEAP,
                        "import",
                        "--shared",
                        "--wait",
                        "1m",
                        "--lanes",
                        Integer.toString(wanted.lanes),
                        "--role-name",
                        "catalog-import",
                        "--aws-rate",
                        BenchScene.ANY_RATE));
            }
            Duration cpu = Duration.ZERO;
            for (int killed = 0; killed < wanted.killed; killed++) {
                awaitImports(workers, LANES * imports / 2);
                JavaProcess victim = workers.remove(busiest(workers));
                cpu = cpu.plus(victim.untilNow().cpu());
                victim.close();
            }
            cpu = cpu.plus(untilAllHaveEnded(workers));
            Duration wall = Duration.ofNanos(System.nanoTime() - began);
            return new Measured(wanted, wall, database.importing(), cpu.dividedBy(LANES * (long) imports));
        }
    }

    private static void awaitImports(List<JavaProcess> workers, int wanted) {
        while (workers.stream().mapToLong(WorkersBenchmark::imported).sum() < wanted) {
            if (workers.get(0).endsWithin(GLANCE)) {
                throw new IllegalStateException(
                        "Ended too early: " + workers.get(0).said());
            }
        }
    }

    /** The one that has done most is the one that has most lanes. */
    private static int busiest(List<JavaProcess> workers) {
        List<Long> imported = workers.stream().map(WorkersBenchmark::imported).toList();
        return imported.indexOf(Collections.max(imported));
    }

    private static long imported(JavaProcess worker) {
        Matcher imports = IMPORTED.matcher(worker.said());
        return imports.results().count();
    }

    /** The processor time that they took; each has to end well. */
    private static Duration untilAllHaveEnded(List<JavaProcess> workers) {
        Duration cpu = Duration.ZERO;
        List<JavaProcess> left = new ArrayList<>(workers);
        while (!left.isEmpty()) {
            List<Duration> each =
                    left.stream().map(worker -> worker.untilNow().cpu()).toList();
            for (int number = left.size() - 1; number >= 0; number--) {
                if (left.get(number).endsWithin(GLANCE)) {
                    left.remove(number).requireGoodEnd();
                    cpu = cpu.plus(each.get(number));
                }
            }
        }
        return cpu;
    }

    private static Measured row(Table table, Measured measured, @Nullable Measured alone) {
        Measured one = alone == null ? measured : alone;
        table.row(
                figure("%d", measured.workers.workers),
                figure("%d", measured.workers.lanes),
                figure("%d", measured.workers.killed),
                figure("%.1f s", ImportTimes.seconds(measured.wall)),
                against(measured.wall, one.wall),
                figure("%.1f s", ImportTimes.seconds(measured.importing)),
                against(measured.importing, one.importing),
                figure("%d ms", measured.cpu.toMillis()));
        return measured;
    }

    private static String against(Duration time, Duration one) {
        return figure("%+.1f %%", 100 * (ImportTimes.seconds(time) / ImportTimes.seconds(one) - 1));
    }
}
