package io.catalogimport.cli;

import io.catalogimport.aws.AwsConfigurationException;
import io.catalogimport.aws.AwsCredentialsException;
import io.catalogimport.aws.AwsException;
import io.catalogimport.database.DatabaseOutage;
import io.catalogimport.database.DatabaseRefusal;
import io.catalogimport.database.DatabaseUrl;
import io.catalogimport.database.LocksLostException;
import io.catalogimport.database.ReadOnlyDatabaseException;
import io.catalogimport.database.SlowDatabaseException;
import io.catalogimport.database.UnusableDatabaseException;
import io.catalogimport.database.UnusableStateDirectoryException;
import io.catalogimport.launch.DatabaseBusyException;
import io.catalogimport.launch.InvalidSettingException;
import io.catalogimport.launch.NoSuchRunException;
import io.catalogimport.launch.NothingToResolveException;
import io.catalogimport.ledger.LedgerConflictException;
import io.catalogimport.mapping.UnusableMappingFileException;
import io.catalogimport.report.ResultsException;
import io.catalogimport.run.LockedException;
import io.catalogimport.run.NoSuchRowException;
import io.catalogimport.run.RunPausedException;
import java.nio.file.NoSuchFileException;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.springframework.boot.context.properties.bind.BindException;

/** What an error means for the user: an exit code and a sentence with what to do. */
record Diagnosis(ExitCode code, String sentence) {
    /** Where in a statement of ours the database stopped. */
    private static final Pattern POSITION = Pattern.compile("\\s+Position: \\d+");

    static Diagnosis of(Throwable error) {
        return ExceptionUtils.stream(error)
                .map(Diagnosis::known)
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> outage(error))
                .orElseGet(() -> new Diagnosis(
                        ExitCode.UNEXPECTED,
                        "Unexpected error: %s. Run again with --debug for the details; what was done is kept."
                                .formatted(innermost(error))));
    }

    private static Optional<Diagnosis> known(Throwable cause) {
        if (cause instanceof NoSuchFileException missing) {
            return diagnosis(
                    ExitCode.NO_FILE,
                    "There is no file " + missing.getFile() + ": check the path of the mapping file.");
        }
        if (cause instanceof NoSuchRunException) {
            return diagnosis(ExitCode.NO_FILE, words(cause));
        }
        if (cause instanceof UnusableMappingFileException) {
            return diagnosis(ExitCode.BAD_FILE, words(cause));
        }
        if (cause instanceof ResultsException) {
            return diagnosis(ExitCode.CANNOT_WRITE, words(cause));
        }
        if (cause instanceof LockedException || cause instanceof RunPausedException) {
            return diagnosis(ExitCode.TRY_AGAIN, words(cause));
        }
        if (cause instanceof AwsCredentialsException refusal) {
            return diagnosis(
                    ExitCode.NO_PERMISSION,
                    refusal.isWithoutCredentials()
                            ? words(cause)
                            : clause(cause) + ". Check the credentials and their permissions, then run again.");
        }
        if (cause instanceof AwsException) {
            return diagnosis(
                    ExitCode.UNAVAILABLE, clause(cause) + ". Run again when AWS can be reached; nothing is lost.");
        }
        if (cause instanceof InvalidSettingException || cause instanceof UnusableStateDirectoryException) {
            return diagnosis(ExitCode.CONFIGURATION, words(cause));
        }
        if (cause instanceof NoSuchRowException || cause instanceof NothingToResolveException) {
            return diagnosis(ExitCode.USAGE, words(cause));
        }
        if (cause instanceof LedgerConflictException) {
            return diagnosis(ExitCode.TRY_AGAIN, words(cause) + " Run again to go on from what the ledger says.");
        }
        if (cause instanceof LocksLostException
                || cause instanceof DatabaseBusyException
                || cause instanceof SlowDatabaseException) {
            return diagnosis(ExitCode.UNAVAILABLE, words(cause));
        }
        if (cause instanceof AwsConfigurationException) {
            return diagnosis(ExitCode.CONFIGURATION, words(cause));
        }
        if (cause instanceof BindException) {
            return diagnosis(ExitCode.CONFIGURATION, "The configuration is invalid: " + words(cause));
        }
        if (cause instanceof UnusableDatabaseException) {
            return diagnosis(ExitCode.CONFIGURATION, words(cause));
        }
        if (cause instanceof ReadOnlyDatabaseException) {
            return diagnosis(ExitCode.UNAVAILABLE, words(cause));
        }
        return cause instanceof SQLException sql
                ? DatabaseRefusal.words(sql).map(sentence -> new Diagnosis(ExitCode.CONFIGURATION, sentence))
                : Optional.empty();
    }

    private static Optional<Diagnosis> outage(Throwable error) {
        return DatabaseOutage.isBehind(error)
                ? diagnosis(
                        ExitCode.UNAVAILABLE,
                        "The database cannot be reached: %s%s. Run again when it can; nothing is lost."
                                .formatted(clause(innermost(error)), place()))
                : Optional.empty();
    }

    /** Many a driver's words have no host. The embedded database needs none. */
    private static String place() {
        String url = System.getenv().getOrDefault("SPRING_DATASOURCE_URL", "");
        return url.isBlank() ? "" : " (" + DatabaseUrl.shown(url) + ")";
    }

    private static String words(Throwable cause) {
        return cause.getMessage() == null
                ? cause.getClass().getSimpleName()
                : POSITION.matcher(cause.getMessage()).replaceFirst("");
    }

    /** Without the full stop at the end, so that a sentence can go on after it. */
    private static String clause(Throwable cause) {
        return words(cause).replaceFirst("\\.+$", "");
    }

    private static Optional<Diagnosis> diagnosis(ExitCode code, String sentence) {
        return Optional.of(new Diagnosis(code, sentence));
    }

    /** Frameworks wrap; the cause that has no cause says most. */
    private static Throwable innermost(Throwable error) {
        return Objects.requireNonNullElse(ExceptionUtils.getRootCause(error), error);
    }
}
