package io.catalogimport.cli;

import io.catalogimport.database.DatabaseOutage;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program: finds the command, runs it and exits with its code. */
@Command(
        name = "catalog-import",
        description = "Brings existing CloudFormation stacks under AWS Service Catalog, from a CSV of mappings.",
        mixinStandardHelpOptions = true,
        versionProvider = VersionFromBuild.class,
        subcommands = {
            DiscoverCommand.class,
            PrepareCommand.class,
            PlanCommand.class,
            ImportCommand.class,
            StatusCommand.class,
            PauseCommand.class,
            ResumeCommand.class,
            ResolveCommand.class,
            UndoCommand.class,
            HandoverCommand.class,
            ReportCommand.class,
            VerifyCommand.class,
            PruneCommand.class,
            DoctorCommand.class,
            SandboxCommand.class,
            CompletionCommand.class,
            CommandLine.HelpCommand.class
        })
final class CatalogImport {
    private CatalogImport() {}

    /** Never returns. */
    public static void main(String[] args) {
        // Messages are English, so their numbers have Latin digits wherever the program runs.
        Locale.setDefault(Locale.ROOT);
        Charset ofPaths = Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8"));
        UnreadableText.among(Stream.concat(Stream.of(System.getProperty("user.dir")), Stream.of(args)), ofPaths)
                .ifPresent(sentence -> {
                    System.err.println(sentence);
                    System.exit(ExitCode.USAGE.number());
                });
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new CatalogImport())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(CatalogImport::usage)
                .setExecutionExceptionHandler(CatalogImport::failed);
    }

    private static int usage(CommandLine.ParameterException error, String[] args) {
        CommandLine command = error.getCommandLine();
        command.getErr().println(Printable.text(String.valueOf(error.getMessage())));
        CommandLine.UnmatchedArgumentException.printSuggestions(error, command.getErr());
        command.getErr()
                .println("Try '%s --help'.".formatted(command.getCommandSpec().qualifiedName()));
        return ExitCode.USAGE.number();
    }

    private static int failed(Exception error, CommandLine command, CommandLine.ParseResult parsed) {
        Diagnosis diagnosis = Diagnosis.of(error);
        LoggerFactory.getLogger(CatalogImport.class).debug("The run ended with", error);
        command.getErr().println(Printable.text(diagnosis.sentence()));
        if (error instanceof RunFailedException failed && failed.hasResults() && diagnosis.code() != ExitCode.USAGE) {
            command.getErr()
                    .println(
                            DatabaseOutage.isBehind(failed)
                                    ? "What is in " + failed.results()
                                            + " is from before; the ledger cannot be read now."
                                    : "The results so far are in " + failed.results() + ".");
        }
        return diagnosis.code().number();
    }
}
