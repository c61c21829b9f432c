package io.catalogimport.cli;

import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;
import java.util.Scanner;

/** Asks somebody at a terminal whether something is really to be done. */
final class Confirmation {
    private Confirmation() {}

    /** False unless the answer is yes. Where nobody can be asked, it is not. */
    static boolean isGiven(String question, PrintWriter out) {
        if (!Terminal.isStdin()) {
            return false;
        }
        out.print(question + " [y/N] ");
        out.flush();
        Scanner lines = new Scanner(System.in, Charset.defaultCharset());
        String answer = lines.hasNextLine() ? lines.nextLine() : "";
        return List.of("y", "yes").contains(answer.strip().toLowerCase(Locale.ROOT));
    }
}
