package io.catalogimport.cli;

import io.catalogimport.ledger.Selection;
import io.catalogimport.validation.TemplateCheck;
import java.nio.file.Path;
import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

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

    @Option(
            names = "--only",
            paramLabel = "failed|rejected|LINES",
            converter = SelectionConverter.class,
            description = "Work on these rows alone: those that failed, those that were rejected, or those on lines"
                    + " such as 7,12-15 (default: all).")
    private Selection selection = Selection.ALL;

    @Option(
            names = "--wait",
            paramLabel = "DURATION",
            defaultValue = "0s",
            converter = DurationConverter.class,
            description = "How long to wait for another process that has the file or one of its lanes"
                    + " (default: not at all).")
    private Duration lockWait = Duration.ZERO;

    @Option(
            names = "--db-timeout",
            paramLabel = "DURATION",
            defaultValue = "2m",
            converter = DurationConverter.class,
            description = "How long to wait for a database that goes away in the middle (default: ${DEFAULT-VALUE}).")
    private Duration databasePatience = Duration.ZERO;

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

    Selection selection() {
        return selection;
    }

    Duration lockWait() {
        return lockWait;
    }

    Duration databasePatience() {
        return databasePatience;
    }

    boolean debug() {
        return debug;
    }

    /** Reads {@code failed}, {@code rejected} or lines. */
    static final class SelectionConverter implements ITypeConverter<Selection> {
        @Override
        public Selection convert(String text) {
            try {
                return Selection.parse(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }
}
