package io.catalogimport.cli;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How many rows and columns a terminal has. Java has no means of its own to ask, so stty is asked. */
record TerminalSize(int rows, int columns) {
    /** That of most terminals when they are opened, for one that does not say. */
    static final TerminalSize USUAL = new TerminalSize(24, 80);

    private static final File TERMINAL = new File("/dev/tty");
    private static final Pattern ANSWER = Pattern.compile("(\\d{1,5}) (\\d{1,5})\\s*");

    /** The size now. */
    static TerminalSize now() {
        try {
            Process stty = new ProcessBuilder("stty", "size")
                    .redirectInput(TERMINAL)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return parse(new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII));
        } catch (IOException e) {
            return USUAL;
        }
    }

    static TerminalSize parse(String answer) {
        Matcher size = ANSWER.matcher(answer);
        return size.matches() && Integer.parseInt(size.group(1)) > 0 && Integer.parseInt(size.group(2)) > 0
                ? new TerminalSize(Integer.parseInt(size.group(1)), Integer.parseInt(size.group(2)))
                : USUAL;
    }
}
