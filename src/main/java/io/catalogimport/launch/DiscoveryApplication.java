package io.catalogimport.launch;

import io.catalogimport.database.DatabaseUrl;
import io.catalogimport.discovery.DiscoveryProgress;
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
 * The Spring application of a discovery, which has its database connections and AWS clients.
 *
 * @param waiting is told when another process is waited for
 * @param progress is told what the discovery has done so far
 * @param stop ends all waiting
 */
public record DiscoveryApplication(RunProgress waiting, DiscoveryProgress progress, StopRequest stop, Clock clock) {
    /**
     * Starts it. The caller closes it.
     *
     * @throws InvalidSettingException if the database cannot be used
     */
    public ConfigurableApplicationContext start(DiscoverySettings settings) {
        return new SpringApplicationBuilder(DiscoveryConfiguration.class)
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
                    beans.registerBean(DiscoverySettings.class, () -> settings);
                    beans.registerBean(StopRequest.class, () -> stop);
                    beans.registerBean(Clock.class, () -> clock);
                    beans.registerBean(RunProgress.class, () -> waiting);
                    beans.registerBean(DiscoveryProgress.class, () -> progress);
                })
                .run(RunApplication.OWN_SETTINGS_ALONE);
    }
}
