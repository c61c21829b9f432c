package io.catalogimport.bench;

import io.catalogimport.importing.Completion;
import io.catalogimport.importing.ImportOutcome;
import io.catalogimport.job.AwsOptions;
import io.catalogimport.job.ImportLimits;
import io.catalogimport.job.LaneOptions;
import io.catalogimport.job.RunCommand;
import io.catalogimport.job.RunConfiguration;
import io.catalogimport.job.RunLauncher;
import io.catalogimport.job.RunOptions;
import io.catalogimport.job.RunProgress;
import io.catalogimport.job.StopRequest;
import io.catalogimport.ledger.LedgerEntry;
import io.catalogimport.ledger.MappingState;
import io.catalogimport.ledger.Selection;
import io.catalogimport.ledger.StateCounts;
import io.catalogimport.mapping.MappingFile;
import io.catalogimport.validation.TemplateCheck;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** Stages one file as the program does, stops before the first row is validated, and prints seconds and bytes. */
final class StagingRun {
    private StagingRun() {}

    public static void main(String[] args) throws Exception {
        Path file = Path.of(args[0]);
        StopRequest stop = new StopRequest();
        StagingClock progress = new StagingClock(stop);
        RunOptions options = options(file);
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(RunConfiguration.class)
                .web(WebApplicationType.NONE)
                .properties("spring.main.banner-mode=off")
                .initializers(started -> {
                    GenericApplicationContext beans = (GenericApplicationContext) started;
                    beans.registerBean(RunOptions.class, () -> options);
                    beans.registerBean(StopRequest.class, () -> stop);
                    beans.registerBean(Clock.class, Clock::systemUTC);
                    beans.registerBean(RunProgress.class, () -> progress);
                })
                .run()) {
            long begin = System.nanoTime();
            context.getBean(RunLauncher.class).run();
            System.out.printf(
                    Locale.ROOT, "%.3f %d %d%n", (progress.stagedAt - begin) / 1e9, progress.liveHeap, resident());
        }
    }

    private static RunOptions options(Path file) throws IOException {
        return new RunOptions(
                RunCommand.PLAN,
                MappingFile.open(file),
                Clock.systemUTC().instant(),
                Selection.ALL,
                TemplateCheck.OFF,
                Completion.STACK,
                Duration.ZERO,
                ImportLimits.NONE,
                LaneOptions.ONE_AT_A_TIME,
                AwsOptions.DEFAULT,
                Duration.ZERO,
                file.resolveSibling(file.getFileName() + ".results"),
                file.resolveSibling(file.getFileName() + ".state"));
    }

    private static long resident() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                .sum();
    }

    /** Staging has ended when validation begins. */
    private static final class StagingClock implements RunProgress {
        private final StopRequest stop;
        private long stagedAt;
        private long liveHeap;

        StagingClock(StopRequest stop) {
            this.stop = stop;
        }

        @Override
        public void validating(long mappings) {
            stagedAt = System.nanoTime();
            System.gc();
            liveHeap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
            stop.request();
        }

        @Override
        public void recovered(StateCounts rows) {}

        @Override
        public void waiting(String words, Instant deadline) {}

        @Override
        public void validated(LedgerEntry entry, MappingState verdict, String words) {}

        @Override
        public void importing(long mappings) {}

        @Override
        public void started(LedgerEntry entry) {}

        @Override
        public void ended(LedgerEntry entry, ImportOutcome outcome) {}
    }
}
