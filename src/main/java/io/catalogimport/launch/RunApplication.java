package io.catalogimport.launch;

import io.catalogimport.database.DatabaseUrl;
import io.catalogimport.run.RunOptions;
import io.catalogimport.run.RunProgress;
import io.catalogimport.run.StopRequest;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * The Spring application of a run, which has its database connections and AWS clients. Each start of it is a new one.
 *
 * @param progress is told what happens
 * @param stop ends all waiting
 * @param metering counts what happens
 */
public record RunApplication(RunProgress progress, StopRequest stop, Clock clock, Metering metering) {
    /**
     * Without it, Spring would also read application.yaml in the working directory, which may be that of another
     * program with a database of its own. Environment variables count as ever.
     */
    static final String OWN_SETTINGS_ALONE = "--spring.config.location=classpath:/application.yaml";

    /**
     * Starts it. The caller closes it: with Spring's own shutdown hook, the database would be closed while the run is still
     * being stopped.
     *
     * @throws InvalidSettingException if the database cannot be used for what is asked for
     */
    public ConfigurableApplicationContext start(RunOptions options) {
        return new SpringApplicationBuilder(RunConfiguration.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .registerShutdownHook(false)
                .initializers(context -> {
                    requireUsableDatabase(options, context.getEnvironment());
                    GenericApplicationContext beans = (GenericApplicationContext) context;
                    beans.registerBean(RunOptions.class, () -> options);
                    beans.registerBean(StopRequest.class, () -> stop);
                    beans.registerBean(Clock.class, () -> clock);
                    beans.registerBean(RunProgress.class, () -> progress);
                    metering.into(beans);
                })
                .run(OWN_SETTINGS_ALONE);
    }

    private static void requireUsableDatabase(RunOptions options, Environment environment) {
        @Nullable String url = environment.getProperty("spring.datasource.url");
        if (StringUtils.hasText(url)) {
            DatabaseUrl.requireUsable(url);
        } else if (options.lanes().shared()) {
            throw new InvalidSettingException(
                    "--shared needs a database that all workers can use: name it with SPRING_DATASOURCE_URL.");
        }
    }
}
