package io.catalogimport.launch;

import io.catalogimport.database.DatabaseUrl;
import io.catalogimport.run.RunProgress;
import io.catalogimport.run.StopRequest;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.util.StringUtils;

/**
 * The Spring application of a handover, which has its database connections and AWS clients.
 *
 * @param progress is told when another process is waited for
 * @param stop ends all waiting
 */
public record HandoverApplication(RunProgress progress, StopRequest stop, Clock clock) {
    /**
     * Starts it. The caller closes it.
     *
     * @throws InvalidSettingException if the database cannot be used
     * @throws NoSuchRunException if the database does not know the run
     */
    public ConfigurableApplicationContext start(HandoverSettings settings) {
        return new SpringApplicationBuilder(HandoverConfiguration.class)
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
                    beans.registerBean(HandoverSettings.class, () -> settings);
                    beans.registerBean(StopRequest.class, () -> stop);
                    beans.registerBean(Clock.class, () -> clock);
                    beans.registerBean(RunProgress.class, () -> progress);
                })
                .run(RunApplication.OWN_SETTINGS_ALONE);
    }
}
