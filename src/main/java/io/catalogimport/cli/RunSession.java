package io.catalogimport.cli;

import io.catalogimport.aws.LaneClients;
import io.catalogimport.launch.RunConfiguration;
import io.catalogimport.launch.RunLauncher;
import io.catalogimport.launch.RunResult;
import io.catalogimport.ledger.DatabaseUrl;
import io.catalogimport.ledger.Figures;
import io.catalogimport.ledger.Run;
import io.catalogimport.report.Results;
import io.catalogimport.run.RunOptions;
import io.catalogimport.run.RunProgress;
import io.catalogimport.run.StopRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.util.StringUtils;

/** One run of the job within this process, from the start of all that it needs to its end. */
final class RunSession {
    private final RunOptions options;
    private final Duration databasePatience;
    private final Console console;
    private final Clock clock;
    private final StopRequest stop = new StopRequest();

    /** @param databasePatience how long a database that went away in the middle is waited for */
    RunSession(RunOptions options, Duration databasePatience, Console console, Clock clock) {
        this.options = options;
        this.databasePatience = databasePatience;
        this.console = console;
        this.clock = clock;
    }

    /** Shows the result of a run that has ended without an error, while the ledger is still open. */
    @FunctionalInterface
    interface ResultView {
        void show(Figures ledger, Run run, RunResult result);
    }

    /**
     * Runs the job and shows its result; goes on by itself when the database went away and came back in time.
     *
     * @throws RunFailedException if the run ended with an error
     */
    ExitCode run(ResultView view) throws JobExecutionException {
        Results.prepare(options.results());
        ProgressView progress = console.progress(clock);
        options.file().warnings().forEach(warning -> progress.aboutFile(warning.sentence()));
        Shutdown shutdown = Shutdown.into(stop);
        try {
            return run(view, progress, shutdown);
        } finally {
            progress.finish();
            shutdown.runHasEnded();
        }
    }

    /**
     * Does something with the ledger that is not a run of the job.
     *
     * @throws RuntimeException if it cannot be done
     */
    ExitCode once(Function<ApplicationContext, ExitCode> work) {
        Results.prepare(options.results());
        ProgressView progress = console.progress(clock);
        Shutdown shutdown = Shutdown.into(stop);
        try (ConfigurableApplicationContext context = start(options, progress)) {
            return work.apply(context);
        } finally {
            progress.finish();
            shutdown.runHasEnded();
        }
    }

    private ExitCode run(ResultView view, ProgressView progress, Shutdown shutdown) throws JobExecutionException {
        OutageWatch outage = new OutageWatch(clock, stop, progress, databasePatience);
        RunOptions asked = options;
        while (true) {
            try (ConfigurableApplicationContext context = start(asked, progress)) {
                outage.isOver();
                shutdown.givingUpCallsBy(context.getBean(LaneClients.class)::giveUpCalls);
                return runOnce(context, view, progress);
            } catch (RuntimeException e) {
                if (!outage.mayGoOnAfter(e)) {
                    throw e;
                }
                // A session of our own whose end the server has not noticed yet may still hold the locks.
                asked = options.withLockWait(longer(options.lockWait(), databasePatience));
            }
        }
    }

    private ExitCode runOnce(ConfigurableApplicationContext context, ResultView view, ProgressView progress)
            throws JobExecutionException {
        RunResult result = context.getBean(RunLauncher.class).run();
        if (result.failure().isPresent()) {
            throw new RunFailedException(result.failure().get(), options.results());
        }
        progress.finish();
        view.show(context.getBean(Figures.class), context.getBean(Run.class), result);
        return ExitCode.of(result.outcome());
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    /** Without Spring's own shutdown hook: it would close the database while the run is still being stopped. */
    private ConfigurableApplicationContext start(RunOptions asked, RunProgress progress) {
        return new SpringApplicationBuilder(RunConfiguration.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .registerShutdownHook(false)
                .initializers(context -> {
                    requireUsableUrl(context.getEnvironment().getProperty("spring.datasource.url"));
                    requireCommonDatabase(context.getEnvironment().getProperty("spring.datasource.url"));
                    GenericApplicationContext beans = (GenericApplicationContext) context;
                    beans.registerBean(RunOptions.class, () -> asked);
                    beans.registerBean(StopRequest.class, () -> stop);
                    beans.registerBean(Clock.class, () -> clock);
                    beans.registerBean(RunProgress.class, () -> progress);
                })
                .run();
    }

    private void requireCommonDatabase(@Nullable String url) {
        if (options.lanes().shared() && !StringUtils.hasText(url)) {
            throw new InvalidSettingException(
                    "--shared needs a database that all workers can use: name it with SPRING_DATASOURCE_URL.");
        }
    }

    private static void requireUsableUrl(@Nullable String url) {
        if (StringUtils.hasText(url)) {
            DatabaseUrl.requireUsable(url);
        }
    }
}
