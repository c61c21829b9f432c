package io.catalogimport.launch;

import io.catalogimport.ledger.Obstacle;
import io.catalogimport.metrics.LedgerSamples;
import io.catalogimport.metrics.MeteredProgress;
import io.catalogimport.metrics.MetricsFile;
import io.catalogimport.metrics.RunMeters;
import io.catalogimport.run.RunProgress;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.StandardEnvironment;

/**
 * The meters of a process and who gets them, by Spring Boot's own settings. It is an application of its own, because that of
 * the run is started anew after an outage of the database, and counts must not begin again then.
 */
final class MetricsApplication implements Metering {
    private static final Logger log = LoggerFactory.getLogger(MetricsApplication.class);

    private static final String OTLP = "management.otlp.metrics.export";

    /** A receiver that hangs holds the end of a process for no longer than this. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final ConfigurableApplicationContext context;
    private final RunMeters meters;
    private final @Nullable MetricsFile file;
    private final Clock clock;

    private MetricsApplication(
            ConfigurableApplicationContext context, Map<String, String> labels, @Nullable Path path, Clock clock) {
        this.context = context;
        this.clock = clock;
        this.meters = new RunMeters(context.getBean(MeterRegistry.class));
        this.file = path == null ? null : new MetricsFile(path, context.getBean(PrometheusMeterRegistry.class));
        if (file != null) {
            file.lastSuccess(labels).ifPresent(meters::succeeded);
            file.keepFresh();
        }
    }

    /**
     * Starts it.
     *
     * @param labels what all metrics have, by name
     * @param file the metrics file that is kept, if one is wanted
     */
    static MetricsApplication start(Map<String, String> labels, Optional<Path> file, Clock clock) {
        ConfigurableApplicationContext context = new SpringApplicationBuilder(MetricsConfiguration.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .registerShutdownHook(false)
                .properties(defaults(labels, file.isPresent()))
                .run(RunApplication.OWN_SETTINGS_ALONE);
        return new MetricsApplication(context, labels, file.orElse(null), clock);
    }

    /** The user's settings come before these. */
    private static Map<String, Object> defaults(Map<String, String> labels, boolean isFileWanted) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("spring.application.name", "catalog-import");
        settings.put("management.metrics.use-global-registry", false);
        settings.put(OTLP + ".enabled", new StandardEnvironment().containsProperty(OTLP + ".url"));
        // So that a metric has the same name wherever it goes.
        settings.put(OTLP + ".base-time-unit", "seconds");
        settings.put("management.prometheus.metrics.export.enabled", isFileWanted);
        labels.forEach((name, value) -> settings.put("management.metrics.tags." + name, value));
        return settings;
    }

    @Override
    public RunProgress counting(RunProgress progress) {
        return new MeteredProgress(progress, meters, clock);
    }

    @Override
    public void into(GenericApplicationContext application) {
        application.registerBean(RunMeters.class, () -> meters);
        application.registerBean(LedgerSamples.class);
    }

    @Override
    public void ended(RunResult result, boolean isSuccess) {
        meters.rows(
                result.rows(), result.obstacles().stream().map(Obstacle::lane).collect(Collectors.toSet()));
        if (isSuccess) {
            meters.succeeded(clock.instant());
        }
    }

    @Override
    public void close() {
        if (file != null) {
            file.close();
        }
        Thread closing = new Thread(context::close, "metrics-end");
        closing.setDaemon(true);
        closing.start();
        try {
            closing.join(PATIENCE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (closing.isAlive()) {
            log.warn("The receiver of the metrics did not take the last ones in time");
        }
    }
}
