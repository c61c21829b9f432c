package io.catalogimport.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** The long form: prints the figures, and fails when any of them is wrong. */
public final class ChaosRun {
    private static final Duration LONGEST_LIFE = Duration.ofSeconds(8);
    private static final Duration PATIENCE = Duration.ofMinutes(20);

    private ChaosRun() {}

    /** Takes the seed number, and how many stacks and kills there are to be. */
    public static void main(String[] args) throws IOException {
        ChaosSettings settings = new ChaosSettings(
                Long.parseLong(args[0]), Integer.parseInt(args[1]), Integer.parseInt(args[2]), LONGEST_LIFE, PATIENCE);
        Path directory = Files.createTempDirectory(Path.of("target"), "chaos-");
        System.out.printf("Seed %d; working in %s%n", settings.seed(), directory);
        ChaosReport report = run(settings, directory.toAbsolutePath());
        System.out.print(report.table());
        if (!report.isClean()) {
            System.out.println(report.complaints());
            System.exit(1);
        }
    }

    private static ChaosReport run(ChaosSettings settings, Path directory) {
        try (Chaos chaos = new Chaos(settings, directory, ChaosRun::say)) {
            Thread cleaning = new Thread(chaos::close);
            Runtime.getRuntime().addShutdownHook(cleaning);
            ChaosReport report = chaos.run();
            Runtime.getRuntime().removeShutdownHook(cleaning);
            return report;
        }
    }

    private static void say(String round) {
        System.out.println(round);
    }
}
