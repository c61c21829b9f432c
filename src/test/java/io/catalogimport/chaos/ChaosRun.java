package io.catalogimport.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The long form: prints the figures, and fails when any of them is wrong. */
public final class ChaosRun {
    private static final Duration LONGEST_LIFE = Duration.ofSeconds(8);
    private static final Duration PATIENCE = Duration.ofMinutes(20);
    private static final int LANES = 20;
    private static final int LANES_OF_WORKER = 3;
    private static final int MOST_FAILURES = 3;

    private ChaosRun() {}

    /**
     * Takes the seed number and how many stacks and kills there are to be; if workers are to share the run, how many, and to
     * which limits they are to keep.
     */
    public static void main(String[] args) throws IOException {
        ChaosSettings settings = new ChaosSettings(
                Long.parseLong(args[0]), Integer.parseInt(args[1]), Integer.parseInt(args[2]), LONGEST_LIFE, PATIENCE);
        boolean clean = args.length > 3
                ? shared(settings, Integer.parseInt(args[3]), List.of(args).subList(4, args.length))
                : alone(settings);
        if (!clean) {
            System.exit(1);
        }
    }

    private static boolean alone(ChaosSettings settings) throws IOException {
        Path directory = directory(settings);
        try (Chaos chaos = new Chaos(settings, directory, ChaosRun::say)) {
            ChaosReport report = untilItsEnd(chaos, chaos::run);
            return tell(report.table(), report.complaints(), report.isClean());
        }
    }

    /** Without a limit, then with one of imports, then with one of failures; or only as asked for. */
    private static boolean shared(ChaosSettings settings, int workers, List<String> only) throws IOException {
        CrewSettings crew = new CrewSettings(workers, LANES, LANES_OF_WORKER, false);
        Map<String, Limit> limits = new LinkedHashMap<>();
        limits.put("none", Limit.none());
        limits.put("imports", Limit.ofImports(settings.stacks() * 5 / 8));
        limits.put("failures", Limit.ofFailures(MOST_FAILURES));
        if (!only.isEmpty()) {
            limits.keySet().retainAll(only);
        }
        boolean clean = true;
        for (Limit limit : limits.values()) {
            // A budget is soon used up.
            ChaosSettings chosen = limit.allFail() ? settings.withKills(settings.kills() / 4) : settings;
            try (SharedChaos chaos = new SharedChaos(chosen, crew, limit, directory(chosen), ChaosRun::say)) {
                SharedReport report = untilItsEnd(chaos, chaos::run);
                clean &= tell(report.table(), report.complaints(), report.isClean());
            }
        }
        return clean;
    }

    private static Path directory(ChaosSettings settings) throws IOException {
        Path directory = Files.createTempDirectory(Path.of("target"), "chaos-").toAbsolutePath();
        System.out.printf("Seed %d; working in %s%n", settings.seed(), directory);
        return directory;
    }

    /** Leaves nothing behind when a signal ends it. */
    private static <R> R untilItsEnd(AutoCloseable chaos, Supplier<R> run) {
        Thread cleaning = new Thread(() -> {
            try {
                chaos.close();
            } catch (Exception e) {
                say(e.toString());
            }
        });
        Runtime.getRuntime().addShutdownHook(cleaning);
        R report = run.get();
        Runtime.getRuntime().removeShutdownHook(cleaning);
        return report;
    }

    private static boolean tell(String table, String complaints, boolean clean) {
        System.out.print(table);
        if (!clean) {
            System.out.println(complaints);
        }
        return clean;
    }

    private static void say(String words) {
        System.out.println(words);
    }
}
