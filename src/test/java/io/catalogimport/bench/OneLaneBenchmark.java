package io.catalogimport.bench;

import static io.catalogimport.bench.Table.figure;

import io.catalogimport.sandbox.Call;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * How much longer than AWS itself a lane takes, in real time: the job and two scripts with the SDK's waiter side by side,
 * each in a region of its own of the same sandbox. Also shows how true the simulation of {@link PollingBenchmark} is.
 */
final class OneLaneBenchmark implements Benchmark {
    private static final int MEDIAN_SECONDS = 5;
    private static final Duration SHORT_DELAY = Duration.ofSeconds(5);
    private static final Duration LONG_DELAY = Duration.ofSeconds(30);

    @Override
    public String measure(Workbench bench) throws Exception {
        List<Duration> times = ImportTimes.varying(bench.choose(30, 100), MEDIAN_SECONDS);
        // So many as the scripts can import in about the same time.
        List<Duration> someTimes = times.subList(0, times.size() * 2 / 3);
        List<Duration> fewTimes = times.subList(0, times.size() / 6);
        LaneScenery ours = new LaneScenery(LaneScenery.OWN_ACCOUNT, "eu-central-1", times);
        LaneScenery shortWaits = new LaneScenery(LaneScenery.OWN_ACCOUNT, "eu-west-1", someTimes);
        LaneScenery longWaits = new LaneScenery(LaneScenery.OWN_ACCOUNT, "us-east-1", fewTimes);
        ExecutorService scripts = Executors.newFixedThreadPool(2);
        try (BenchScene scene = bench.scene(List.of(ours), List.of(shortWaits, longWaits), bench.database())) {
            List<Future<?>> running = List.of(
                    scripts.submit(new WaiterScript(scene.endpoint(), shortWaits, SHORT_DELAY)::run),
                    scripts.submit(new WaiterScript(scene.endpoint(), longWaits, LONG_DELAY)::run));
            JavaProcess.Consumption program = scene.run("-Xmx512m", "import", "--aws-rate", BenchScene.ANY_RATE);
            for (Future<?> script : running) {
                script.get();
            }
            Table table = new Table(
                    "followed by", "imports", "wall time / AWS's", "gap", "simulated", "status calls", "simulated");
            row(table, "catalog-import", ours, scene.calls(), PollingBenchmark.ours(times));
            row(
                    table,
                    PollingBenchmark.waiter(SHORT_DELAY),
                    shortWaits,
                    scene.calls(),
                    Following.byWaiter(SHORT_DELAY, someTimes));
            row(
                    table,
                    PollingBenchmark.waiter(LONG_DELAY),
                    longWaits,
                    scene.calls(),
                    Following.byWaiter(LONG_DELAY, fewTimes));
            return text(scene, program, times) + table;
        } finally {
            scripts.shutdownNow();
        }
    }

    private static String text(BenchScene scene, JavaProcess.Consumption program, List<Duration> times) {
        double aws = ImportTimes.sumOfSeconds(times);
        return figure(
                """
                Real time: %d imports of log-normal times around %d s, one after another, without experience of earlier ones.
                From the first submission until the ledger has the last end, the job takes %.1f %% longer than AWS itself; with
                start, validation and report, the program takes %.1f %% longer (%.0f s for %.0f s).

                """,
                times.size(),
                MEDIAN_SECONDS,
                100 * (ImportTimes.seconds(scene.database().importing()) / aws - 1),
                100 * (ImportTimes.seconds(program.time()) / aws - 1),
                ImportTimes.seconds(program.time()),
                aws);
    }

    private static void row(Table table, String who, LaneScenery lane, List<Call> calls, Following simulated) {
        Following measured = following(lane, calls);
        table.row(
                who,
                figure("%d", lane.importTimes().size()),
                figure("%.3f", 1 + measured.gap()),
                figure("%.1f %%", 100 * measured.gap()),
                figure("%.1f %%", 100 * simulated.gap()),
                figure("%.1f", measured.calls()),
                figure("%.1f", simulated.calls()));
    }

    /** A gap lasts until the next submission; after the last import there is none. */
    private static Following following(LaneScenery lane, List<Call> all) {
        List<Call> calls =
                all.stream().filter(call -> call.region().equals(lane.region())).toList();
        List<Instant> submissions = submissions(calls.stream()).toList();
        int last = submissions.size() - 1;
        double took = ImportTimes.seconds(Duration.between(submissions.get(0), submissions.get(last)));
        double aws = ImportTimes.sumOfSeconds(lane.importTimes().subList(0, last));
        long statusCalls = calls.stream()
                .filter(call -> !call.at().isBefore(submissions.get(0)))
                .filter(call -> !isSubmission(call))
                .count();
        return new Following(took / aws - 1, (double) statusCalls / submissions.size());
    }

    private static Stream<Instant> submissions(Stream<Call> calls) {
        return calls.filter(OneLaneBenchmark::isSubmission).map(Call::at);
    }

    private static boolean isSubmission(Call call) {
        return call.operation().equals("ImportAsProvisionedProduct");
    }
}
