package io.catalogimport.launch;

import io.catalogimport.database.DatabaseUrl;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * Which database the user names, by the same settings that a run reads.
 *
 * @param url null if none is named, so that the embedded one is used
 */
record DatabaseSettings(
        @Nullable String url,
        @Nullable String user,
        @Nullable String password) {
    /** Reads them as Spring does, without starting anything. */
    static DatabaseSettings read() {
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(Nothing.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .registerShutdownHook(false)
                .run(RunApplication.OWN_SETTINGS_ALONE)) {
            return of(context.getEnvironment());
        }
    }

    private static DatabaseSettings of(Environment environment) {
        @Nullable String url = environment.getProperty("spring.datasource.url");
        if (!StringUtils.hasText(url)) {
            return new DatabaseSettings(null, null, null);
        }
        DatabaseUrl.requireUsable(url);
        return new DatabaseSettings(
                url,
                environment.getProperty("spring.datasource.username"),
                environment.getProperty("spring.datasource.password"));
    }

    /** An application of no parts. */
    @Configuration(proxyBeanMethods = false)
    static class Nothing {}
}
