package io.catalogimport.bench;

import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Runs the benchmarks one after another and prints their tables in Markdown. With {@code -Dbench.full=true}, those that
 * import in real time do as many as the figures are promised for.
 */
public final class Benchmarks {
    private Benchmarks() {}

    /** Takes the names of the benchmarks to run; none for all. */
    public static void main(String[] args) throws Exception {
        Map<String, Benchmark> wanted = all();
        if (args.length > 0) {
            wanted.keySet().retainAll(List.of(args));
        }
        if (wanted.isEmpty()) {
            System.err.println("There are these benchmarks: " + String.join(", ", all().keySet()));
            System.exit(1);
        }
        Workbench bench = Workbench.open(Boolean.getBoolean("bench.full"));
        for (Map.Entry<String, Benchmark> benchmark : wanted.entrySet()) {
            System.out.printf("%n### %s (%s)%n%n", benchmark.getKey(), machine());
            System.out.print(benchmark.getValue().measure(bench));
        }
    }

    private static Map<String, Benchmark> all() {
        Map<String, Benchmark> all = new LinkedHashMap<>();
        all.put("polling", new PollingBenchmark());
        all.put("lane", new OneLaneBenchmark());
        all.put("calls", new ValidationCallsBenchmark());
        all.put("rows", new RowsBenchmark());
        all.put("validation", new ValidationBenchmark());
        all.put("file", new LargeFileBenchmark());
        all.put("lanes", new LanesBenchmark());
        all.put("workers", new WorkersBenchmark());
        all.put("start", new StartUpBenchmark());
        all.put("templates", new TemplatesBenchmark());
        all.put("discover", new DiscoverBenchmark());
        return all;
    }

    private static String machine() {
        return String.format(
                Locale.ROOT,
                "%d cores, load %.1f, Java %s",
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                System.getProperty("java.specification.version"));
    }
}
