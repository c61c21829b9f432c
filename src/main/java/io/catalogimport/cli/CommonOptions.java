package io.catalogimport.cli;

import io.catalogimport.validation.TemplateCheck;
import java.nio.file.Path;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What every command about a mapping file takes. */
final class CommonOptions {
    @Parameters(index = "0", paramLabel = "FILE", description = "Mapping file: CSV with a header.")
    private Path file = Path.of("");

    @Option(
            names = "--results",
            paramLabel = "DIR",
            defaultValue = "results",
            description = "Where the results are written (default: ${DEFAULT-VALUE}).")
    private Path results = Path.of("");

    @Option(
            names = "--state-dir",
            paramLabel = "DIR",
            defaultValue = ".catalog-import",
            description = "Where the embedded database keeps its data when SPRING_DATASOURCE_URL is not set"
                    + " (default: ${DEFAULT-VALUE}).")
    private Path stateDirectory = Path.of("");

    @Option(
            names = "--template-check",
            paramLabel = "strict|warn|off",
            defaultValue = "strict",
            description = "What a template that differs from the product version's leads to: rejection, a warning, or"
                    + " no comparison at all (default: ${DEFAULT-VALUE}).")
    private TemplateCheck templateCheck = TemplateCheck.STRICT;

    @Option(names = "--debug", description = "Log everything, with stack traces, to stderr.")
    private boolean debug;

    Path file() {
        return file;
    }

    Path results() {
        return results;
    }

    Path stateDirectory() {
        return stateDirectory;
    }

    TemplateCheck templateCheck() {
        return templateCheck;
    }

    boolean debug() {
        return debug;
    }
}
