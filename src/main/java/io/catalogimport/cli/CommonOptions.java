package io.catalogimport.cli;

import io.catalogimport.ledger.NameScope;
import io.catalogimport.ledger.Selection;
import io.catalogimport.validation.CheckSettings;
import io.catalogimport.validation.TemplateCheck;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What every command about a mapping file takes. */
final class CommonOptions {
    @Mixin
    private StorageMixin storage = new StorageMixin();

    @Option(
            names = "--template-check",
            paramLabel = "strict|structure|warn|off",
            defaultValue = "strict",
            description = "What a template that differs from the product version's leads to. strict: rejection."
                    + " structure: rejection, but a warning where only metadata and descriptions differ. warn: a warning."
                    + " off: templates are not compared (default: ${DEFAULT-VALUE}).")
    private TemplateCheck templateCheck = TemplateCheck.STRICT;

    /** What may be left out of the comparison. */
    enum Ignored {
        METADATA
    }

    @Option(
            names = "--template-ignore",
            paramLabel = "metadata",
            description =
                    "Leave metadata out of the comparison that tools write for themselves: the CDK's paths, assets and"
                            + " CDKMetadata, and the ids of the Designer. A row for which this was needed gets a warning"
                            + " (default: compare everything).")
    private @Nullable Ignored ignored;

    @Mixin
    private WarningMixin warnings = new WarningMixin();

    @Option(
            names = "--name-scope",
            paramLabel = "region|account",
            defaultValue = "region",
            description =
                    "The scope in which a provisioned product's name is unique. A name that a file gives to several stacks is"
                            + " rejected within it; in other regions of the account it is a warning (default: ${DEFAULT-VALUE}).")
    private NameScope nameScope = NameScope.REGION;

    @Option(
            names = "--only",
            paramLabel = "failed|rejected|LINES",
            converter = SelectionConverter.class,
            description = "Work on these rows alone: those that failed, those that were rejected, or those on lines"
                    + " such as 7,12-15 (default: all).")
    private Selection selection = Selection.ALL;

    @Option(
            names = "--db-timeout",
            paramLabel = "DURATION",
            defaultValue = "2m",
            converter = DurationConverter.class,
            description = "How long to wait for a database that goes away in the middle (default: ${DEFAULT-VALUE}).")
    private Duration databasePatience = Duration.ZERO;

    @Option(
            names = "--metrics-file",
            paramLabel = "FILE",
            description = "Write metrics to this file every minute and at the end, for the text-file collector of"
                    + " Prometheus's node_exporter (default: none). Example: --metrics-file"
                    + " /var/lib/node_exporter/catalog_import.prom")
    private @Nullable Path metricsFile;

    Path file() {
        return storage.file();
    }

    Path results() {
        return storage.results();
    }

    Path stateDirectory() {
        return storage.stateDirectory();
    }

    CheckSettings checks(Instant now) {
        return new CheckSettings(templateCheck, ignored == Ignored.METADATA, warnings.settings(now));
    }

    NameScope nameScope() {
        return nameScope;
    }

    Selection selection() {
        return selection;
    }

    Duration lockWait() {
        return storage.lockWait();
    }

    Optional<Path> metricsFile() {
        return Optional.ofNullable(metricsFile);
    }

    Duration databasePatience() {
        return databasePatience;
    }

    Console console() {
        return storage.console();
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
