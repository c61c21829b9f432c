package io.catalogimport.bench;

import static io.catalogimport.bench.Table.figure;

import io.catalogimport.validation.template.TemplateComparison;
import io.catalogimport.validation.template.TemplateCorpus;
import io.catalogimport.validation.template.TemplateCorpus.Pair;
import io.catalogimport.validation.template.TemplateMatch;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How many templates are compared in a second, how long the slowest take, and how many verdicts are wrong; for us, and for
 * a script that loads both with SnakeYAML and Jackson and asks whether the trees are equal.
 */
final class TemplatesBenchmark implements Benchmark {
    private static final int RESOURCES = 8;

    /** About a megabyte, which is the most that CloudFormation takes. */
    private static final int RESOURCES_OF_THE_LARGEST = 1_500;

    @Override
    public String measure(Workbench bench) {
        List<Pair> pairs = IntStream.range(0, bench.choose(2_000, 20_000))
                .mapToObj(number -> TemplateCorpus.pair(number, RESOURCES))
                .toList();
        Pair largest = TemplateCorpus.pair(1, RESOURCES_OF_THE_LARGEST);
        measure(TemplatesBenchmark::ours, pairs, largest); // The first round is slower for who comes first.
        Measurement theirs = measure(new ParsedTrees()::areEqual, pairs, largest);
        Measurement ours = measure(TemplatesBenchmark::ours, pairs, largest);
        Table table = new Table(
                "compared by", "comparisons/s", "median", "p99", "the largest", "wrong verdicts", "time against ours");
        row(table, "catalog-import", ours, ours);
        row(table, "trees of SnakeYAML and Jackson", theirs, ours);
        return """
                %,d invented pairs of %d resources, %,d characters each on average; a third of them differ in one place. The largest pair has
                %,d and %,d characters. One thread, the second round.

                """.formatted(
                                pairs.size(),
                                RESOURCES,
                                (int) pairs.stream()
                                        .flatMapToInt(pair -> IntStream.of(
                                                pair.inStack().length(),
                                                pair.inProduct().length()))
                                        .average()
                                        .orElseThrow(),
                                largest.inStack().length(),
                                largest.inProduct().length())
                + table;
    }

    private static boolean ours(String inStack, String inProduct) {
        return new TemplateComparison().compare(inStack, inProduct) instanceof TemplateMatch.Same;
    }

    private static Measurement measure(Judge judge, List<Pair> pairs, Pair largest) {
        List<Long> times = new ArrayList<>();
        int wrong = 0;
        for (Pair pair : pairs) {
            long start = System.nanoTime();
            boolean isSame = judge.areSame(pair.inStack(), pair.inProduct());
            times.add(System.nanoTime() - start);
            wrong += isSame == pair.kind().isSame() ? 0 : 1;
        }
        long start = System.nanoTime();
        judge.areSame(largest.inStack(), largest.inProduct());
        return new Measurement(times.stream().sorted().toList(), System.nanoTime() - start, wrong);
    }

    private static void row(Table table, String who, Measurement measurement, Measurement ours) {
        table.row(
                who,
                figure("%,.0f", measurement.perSecond()),
                figure("%.2f ms", measurement.percentile(50) / 1e6),
                figure("%.2f ms", measurement.percentile(99) / 1e6),
                figure("%.0f ms", measurement.largest / 1e6),
                figure("%,d", measurement.wrong),
                figure("%.2fx", ours.perSecond() / measurement.perSecond()));
    }

    @FunctionalInterface
    private interface Judge {
        boolean areSame(String inStack, String inProduct);
    }

    /** @param times in nanoseconds, the shortest first */
    private record Measurement(List<Long> times, long largest, int wrong) {
        private double perSecond() {
            return times.size() * 1e9 / times.stream().mapToLong(time -> time).sum();
        }

        private long percentile(int percent) {
            return times.get(times.size() * percent / 100);
        }
    }
}
