package io.catalogimport.bench;

import static io.catalogimport.bench.Table.figure;

import io.catalogimport.discovery.MatchingLoad;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** How much processor time it takes to match many stacks with many versions, beside comparing each pair. */
final class DiscoverBenchmark implements Benchmark {
    private static final String HEAP = "-Xmx512m";
    private static final int STACKS = 10_000;
    private static final int VERSIONS = 5_000;

    @Override
    public String measure(Workbench bench) throws IOException, InterruptedException {
        Table table = new Table(
                "stacks", "versions", "CPU", "wrong", "nearest found", "compared", "CPU of all pairs", "against ours");
        for (int part : new int[] {10, 1}) {
            row(table, STACKS / part, VERSIONS / part);
        }
        return """
                Fingerprints, matching, and the nearest version of the third of the stacks that none matches, with %s and one thread. Each
                template is written in a style of its own. All pairs: by a sample of 576 comparisons.

                """.formatted(HEAP) + table;
    }

    private static void row(Table table, int stacks, int versions) throws IOException, InterruptedException {
        List<Long> figures = load(stacks, versions);
        double seconds = figures.get(0) / 1e3;
        double pairs = figures.get(1) / 1e6 * stacks * versions;
        table.row(
                figure("%,d", stacks),
                figure("%,d", versions),
                figure("%.1f s", seconds),
                figure("%d", figures.get(2)),
                figure("%,d of %,d", figures.get(3), (stacks + 2) / 3),
                figure("%,d", figures.get(4)),
                figure("%,.0f s", pairs),
                figure("%,.0fx", pairs / seconds));
    }

    /** In a process of its own, so that its heap can be bounded. */
    private static List<Long> load(int stacks, int versions) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        HEAP,
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        MatchingLoad.class.getName(),
                        String.valueOf(stacks),
                        String.valueOf(versions))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException("The load ended with " + process.exitValue());
        }
        return Stream.of(said.strip().split(" ")).map(Long::valueOf).toList();
    }
}
