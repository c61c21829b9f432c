package io.catalogimport.cli;

import java.io.PrintWriter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lets a shell complete commands and options. */
@Command(
        name = "completion",
        description = "Prints a script with which bash or zsh completes commands and options at the Tab key.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  source <(catalog-import completion)",
            "  catalog-import completion > /etc/bash_completion.d/catalog-import"
        })
final class CompletionCommand implements Runnable {
    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        CommandLine program = Objects.requireNonNull(spec).root().commandLine();
        PrintWriter out = program.getOut();
        out.print(AutoComplete.bash(program.getCommandName(), program));
        out.flush();
    }
}
