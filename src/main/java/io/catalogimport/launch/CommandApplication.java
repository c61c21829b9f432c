package io.catalogimport.launch;

import io.catalogimport.database.DatabaseUrl;
import io.catalogimport.discovery.DiscoveryProgress;
import io.catalogimport.run.RunProgress;
import io.catalogimport.run.StopRequest;
import java.time.Clock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.util.StringUtils;

/**
 * The Spring application of a command that is no run of the job, with its database connections and AWS clients. The caller
 * closes it.
 *
 * @param progress is told when another process is waited for
 * @param stop ends all waiting
 */
public record CommandApplication(RunProgress progress, StopRequest stop, Clock clock) {
    /**
     * Of an undo.
     *
     * @throws InvalidSettingException if the database cannot be used
     * @throws NoSuchRunException if the database does not know the run
     */
    public ConfigurableApplicationContext undo(UndoSettings settings) {
        return start(UndoConfiguration.class, beans -> beans.registerBean(UndoSettings.class, () -> settings));
    }

    /** Of a handover. Throws what an undo throws. */
    public ConfigurableApplicationContext handover(HandoverSettings settings) {
        return start(HandoverConfiguration.class, beans -> beans.registerBean(HandoverSettings.class, () -> settings));
    }

    /**
     * Of a discovery.
     *
     * @param found is told what the discovery has done so far
     * @throws InvalidSettingException if the database cannot be used
     */
    public ConfigurableApplicationContext discovery(DiscoverySettings settings, DiscoveryProgress found) {
        return start(DiscoveryConfiguration.class, beans -> {
            beans.registerBean(DiscoverySettings.class, () -> settings);
            beans.registerBean(DiscoveryProgress.class, () -> found);
        });
    }

    private ConfigurableApplicationContext start(Class<?> configuration, Consumer<GenericApplicationContext> own) {
        return new SpringApplicationBuilder(configuration)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .registerShutdownHook(false)
                .initializers(context -> {
                    @Nullable String url = context.getEnvironment().getProperty("spring.datasource.url");
                    if (StringUtils.hasText(url)) {
                        DatabaseUrl.requireUsable(url);
                    }
                    GenericApplicationContext beans = (GenericApplicationContext) context;
                    own.accept(beans);
                    beans.registerBean(StopRequest.class, () -> stop);
                    beans.registerBean(Clock.class, () -> clock);
                    beans.registerBean(RunProgress.class, () -> progress);
                })
                .run(RunApplication.OWN_SETTINGS_ALONE);
    }
}
