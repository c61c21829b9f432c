package io.catalogimport.database;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The URL of the database, looked at before a library does, whose words would repeat a password in it. */
public final class DatabaseUrl {
    private static final String PREFIX = "jdbc:postgresql:";
    private static final String FORM = PREFIX + "//host:5432/database";

    /** The driver would call an unknown one a failure to connect. */
    private static final List<String> SSL_MODES =
            List.of("disable", "allow", "prefer", "require", "verify-ca", "verify-full");

    private static final Pattern SSL_MODE = Pattern.compile("[?&]sslmode=([^&]*)");

    private DatabaseUrl() {}

    /**
     * Refuses what the driver cannot read.
     *
     * @throws UnusableDatabaseException if no connection can be made with it
     */
    public static void requireUsable(String url) {
        if (!url.startsWith(PREFIX)) {
            throw new UnusableDatabaseException(
                    "SPRING_DATASOURCE_URL must begin with %s//, as in %s.".formatted(PREFIX, FORM));
        }
        if (hosts(url).contains("@")) {
            throw new UnusableDatabaseException(
                    "SPRING_DATASOURCE_URL must not have a user in front of the host: write %s, and put user and password into SPRING_DATASOURCE_USERNAME and _PASSWORD."
                            .formatted(FORM));
        }
        requireReadable(url);
        Matcher mode = SSL_MODE.matcher(url);
        if (mode.find() && !SSL_MODES.contains(mode.group(1).toLowerCase(Locale.ROOT))) {
            throw new UnusableDatabaseException(
                    "SPRING_DATASOURCE_URL has the unknown sslmode %s: it must be one of %s."
                            .formatted(mode.group(1), String.join(", ", SSL_MODES)));
        }
    }

    /** The URL to be shown. What follows the question mark may have a password. */
    public static String shown(String url) {
        return url.replaceFirst("\\?.*", "");
    }

    private static String hosts(String url) {
        return url.substring(PREFIX.length()).replaceFirst("^//", "").replaceFirst("[/?].*", "");
    }

    private static void requireReadable(String url) {
        try {
            DriverManager.getDriver(url);
        } catch (SQLException e) {
            throw new UnusableDatabaseException(
                    "SPRING_DATASOURCE_URL cannot be read: write it as %s, and each special character after the question mark as %%XX."
                            .formatted(FORM),
                    e);
        }
    }
}
