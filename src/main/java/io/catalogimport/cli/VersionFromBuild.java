package io.catalogimport.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version and the Git commit that the build has written down, and the Java that runs the program. */
final class VersionFromBuild implements IVersionProvider {
    @Override
    public String[] getVersion() throws IOException {
        String version = properties("/META-INF/build-info.properties").getProperty("build.version", "(not packaged)");
        return new String[] {
            "catalog-import " + version + commit(properties("/git.properties")),
            "Java " + System.getProperty("java.version") + " (" + System.getProperty("java.vendor") + ")"
        };
    }

    /** Empty in a build outside of Git. */
    private static String commit(Properties git) {
        String commit = git.getProperty("git.commit.id.abbrev", "");
        String changed = Boolean.parseBoolean(git.getProperty("git.dirty")) ? ", with changes" : "";
        return commit.isEmpty() ? "" : " (commit " + commit + changed + ")";
    }

    private Properties properties(String resource) throws IOException {
        Properties properties = new Properties();
        try (InputStream file = getClass().getResourceAsStream(resource)) {
            if (file != null) {
                properties.load(file);
            }
        }
        return properties;
    }
}
