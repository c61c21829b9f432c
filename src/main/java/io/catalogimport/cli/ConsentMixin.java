package io.catalogimport.cli;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Whether a command may change AWS: not with --plan, always with --yes, and otherwise if the user says so on the terminal. */
final class ConsentMixin {
    @Option(names = "--plan", description = "Say what would be done, and change nothing.")
    private boolean plan;

    @Option(names = "--yes", description = "Do not ask. Without a terminal, nothing is changed without it.")
    private boolean yes;

    boolean isPlan() {
        return plan;
    }

    /** What to do after a plan by which something can be done, though perhaps not to every row. */
    static String nextAfterPlan(ExitCode code) {
        return code == ExitCode.SUCCESS
                ? "Next: run the same command without --plan."
                : "Next: see why, or run the same command without --plan for the others.";
    }

    boolean isGivenInAdvance() {
        return yes;
    }

    /**
     * Finds out whether the user can be asked, if that is needed.
     *
     * @param deed what the command does, such as {@code release}
     * @param done the same when it is done, such as {@code released}
     * @throws ParameterException if not
     */
    void requireAnswerable(CommandLine command, OutputMixin output, String deed, String done) {
        if (plan || yes) {
            return;
        }
        if (!Terminal.isStdin()) {
            throw new ParameterException(
                    command,
                    "There is no terminal to ask on: add --yes to %s, or --plan to see what would be %s."
                            .formatted(deed, done));
        }
        if (output.isJson()) {
            throw new ParameterException(command, "--output json needs --yes or --plan");
        }
    }

    /**
     * Asks, unless --yes was given.
     *
     * @param otherwise what is said after a no
     */
    boolean isGiven(String question, String otherwise, PrintWriter out) {
        if (yes || Confirmation.isGiven(question, out)) {
            return true;
        }
        out.println(otherwise);
        out.flush();
        return false;
    }
}
