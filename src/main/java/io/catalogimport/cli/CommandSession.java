package io.catalogimport.cli;

import io.catalogimport.aws.LaneClients;
import io.catalogimport.database.DatabaseUrl;
import io.catalogimport.launch.Metering;
import io.catalogimport.launch.RunApplication;
import io.catalogimport.launch.RunLauncher;
import io.catalogimport.launch.RunResult;
import io.catalogimport.launch.RunSession;
import io.catalogimport.ledger.Figures;
import io.catalogimport.ledger.Run;
import io.catalogimport.report.Results;
import io.catalogimport.run.RunOptions;
import io.catalogimport.run.StopRequest;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/** What a command does with the ledger: it shows progress and the result, and ends early when the user asks for it. */
final class CommandSession {
    private final RunOptions options;
    private final Console console;
    private final Clock clock;
    private final Optional<Path> metricsFile;

    CommandSession(RunOptions options, Console console, Clock clock) {
        this(options, console, clock, Optional.empty());
    }

    /** @param metricsFile the metrics file that is kept, if one is wanted */
    CommandSession(RunOptions options, Console console, Clock clock, Optional<Path> metricsFile) {
        this.options = options;
        this.console = console;
        this.clock = clock;
        this.metricsFile = metricsFile;
    }

    /**
     * Shows the result of a run that has ended without an error, while the ledger is still open. The summary says what this
     * start did and how long it took.
     */
    @FunctionalInterface
    interface ResultView {
        /**
         * Shows the result and says what the process ends with.
         *
         * @param options the user's, with the directory in which the results are
         */
        ExitCode show(RunOptions options, Figures ledger, Run run, RunResult result, String summary);
    }

    /** Does something with the application of the run. */
    @FunctionalInterface
    interface Work {
        ExitCode with(ApplicationContext context);
    }

    @FunctionalInterface
    private interface Shown {
        ExitCode with(RunApplication application, ProgressView progress, Shutdown shutdown)
                throws JobExecutionException;
    }

    /**
     * Runs the job and shows its result.
     *
     * @param databasePatience how long to wait for a database that goes away in the middle
     * @throws RunFailedException if the run ended with an error
     */
    ExitCode run(Duration databasePatience, ResultView view) throws JobExecutionException {
        return shown(Metering.of(options, metricsFile, clock), (application, progress, shutdown) -> {
            options.file().warnings().forEach(warning -> progress.aboutFile(warning.sentence()));
            AtomicBoolean isDatabaseSaid = new AtomicBoolean();
            return new RunSession(application, databasePatience).run(options, context -> {
                if (!isDatabaseSaid.getAndSet(true)) {
                    progress.note(database(context.getEnvironment()));
                }
                shutdown.givingUpCallsBy(context.getBean(LaneClients.class)::giveUpCalls);
                RunResult result = context.getBean(RunLauncher.class).run();
                RunOptions shown =
                        options.withResults(context.getBean(Results.class).directory());
                if (result.failure().isPresent()) {
                    throw new RunFailedException(result.failure().get(), shown.results());
                }
                progress.finish();
                ExitCode code = view.show(
                        shown, context.getBean(Figures.class), context.getBean(Run.class), result, progress.summary());
                application.metering().ended(result, code == ExitCode.SUCCESS);
                return code;
            });
        });
    }

    /** A setting that was forgotten is seen here: without it, there is another database in each directory. */
    private String database(Environment environment) {
        String url = environment.getProperty("spring.datasource.url", "");
        return url.isBlank()
                ? "Database: embedded, in "
                        + options.stateDirectory().toAbsolutePath().normalize()
                : "Database: " + DatabaseUrl.shown(url);
    }

    /**
     * Does something with the ledger that is not a run of the job.
     *
     * @throws RuntimeException if it cannot be done
     */
    ExitCode once(Work work) throws JobExecutionException {
        return shown(Metering.OFF, (application, progress, shutdown) -> {
            try (ConfigurableApplicationContext context = application.start(options)) {
                progress.note(database(context.getEnvironment()));
                return work.with(context);
            }
        });
    }

    private ExitCode shown(Metering metering, Shown work) throws JobExecutionException {
        Results.prepare(options.results());
        ProgressView progress = console.progress(clock, options.lanes());
        StopRequest stop = new StopRequest();
        Shutdown shutdown = Shutdown.into(stop, progress::finish);
        try (metering) {
            return work.with(
                    new RunApplication(metering.counting(progress), stop, clock, metering), progress, shutdown);
        } finally {
            progress.finish();
            shutdown.runHasEnded();
        }
    }
}
