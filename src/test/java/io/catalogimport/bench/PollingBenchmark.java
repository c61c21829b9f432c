package io.catalogimport.bench;

import static io.catalogimport.bench.Table.figure;

import io.catalogimport.aws.FakeTime;
import io.catalogimport.importing.LookBudget;
import io.catalogimport.importing.PollSchedule;
import io.catalogimport.importing.SimulatedImports;
import java.time.Duration;
import java.util.List;

/**
 * How late an import's end is noticed and how many status calls that takes, for us and for a script with the SDK's waiter.
 * By a simulated clock, in an AWS that answers in no time; what real time adds to that, {@link OneLaneBenchmark} shows.
 */
final class PollingBenchmark implements Benchmark {
    private static final int IMPORTS = 1_000;
    private static final List<Integer> MEDIANS = List.of(5, 20, 60);
    private static final List<Duration> DELAYS = List.of(Duration.ofSeconds(5), Duration.ofSeconds(30));

    @Override
    public String measure(Workbench bench) {
        Table table = new Table(
                "followed by",
                "mean import",
                "mean gap",
                "of the import",
                "the least possible",
                "against ours",
                "status calls");
        for (int median : MEDIANS) {
            List<Duration> times = ImportTimes.varying(IMPORTS, median);
            Following ours = ours(times);
            row(table, times, "catalog-import", ours, ours);
            for (Duration delay : DELAYS) {
                row(table, times, waiter(delay), Following.byWaiter(delay, times), ours);
            }
        }
        return """
                Simulated clock: %,d imports of log-normal times (median 5, 20 and 60 s, sigma 0.3), followed by the code of the job and by the rule
                of the SDK's waiter (a look at once, then one after each delay). The least possible is what as many looks as
                catalog-import made calls could reach if the times' distribution were known.

                """.formatted(IMPORTS) + table;
    }

    static String waiter(Duration delay) {
        return "SDK waiter, " + delay.toSeconds() + " s";
    }

    /** What the job makes of imports of these times, one after another, when it begins without experience. */
    static Following ours(List<Duration> times) {
        FakeTime time = new FakeTime();
        PollSchedule schedule = new PollSchedule(List.of(), new LookBudget(1_000, time));
        SimulatedImports imports = new SimulatedImports(time, schedule)
                .follow(times.size(), number -> ImportTimes.seconds(times.get(number)));
        return new Following(imports.gap(), imports.calls());
    }

    private static void row(Table table, List<Duration> times, String who, Following following, Following ours) {
        double mean = ImportTimes.sumOfSeconds(times) / times.size();
        table.row(
                who,
                figure("%.1f s", mean),
                figure("%.2f s", following.gap() * mean),
                figure("%.2f %%", 100 * following.gap()),
                following.equals(ours) ? figure("%.2f %%", 100 * Following.leastGap(ours.calls())) : "",
                figure("%.1fx", following.gap() / ours.gap()),
                figure("%.1f", following.calls()));
    }
}
