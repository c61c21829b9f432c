package io.catalogimport.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;

/** Whether stdin, stdout or stderr is a terminal, and how high it is. A wish for colours, as CLICOLOR_FORCE states one, does not make it one. */
final class Terminal {
    private static final Path STDIN = Path.of("/proc/self/fd/0");
    private static final Path STDOUT = Path.of("/proc/self/fd/1");
    private static final Path STDERR = Path.of("/proc/self/fd/2");
    private static final int USUAL_LINES = 24;
    private static final Pattern DEVICE = Pattern.compile("/dev/(pts/\\d+|tty.*|console)");

    private Terminal() {}

    /** Whether somebody can be asked. */
    static boolean isStdin() {
        return isTerminal(STDIN);
    }

    static boolean isStderr() {
        return !"dumb".equals(System.getenv("TERM")) && isTerminal(STDERR);
    }

    static boolean isStdout() {
        return !"dumb".equals(System.getenv("TERM")) && isTerminal(STDOUT);
    }

    /** How many lines it shows now; 24 if nobody knows. */
    static int lines() {
        try {
            Process stty = new ProcessBuilder("stty", "size")
                    .redirectInput(Path.of("/dev/tty").toFile())
                    .start();
            String size = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            int lines = Integer.parseInt(size.replaceFirst("(?s) .*", ""));
            return lines > 0 ? lines : USUAL_LINES;
        } catch (IOException | NumberFormatException e) {
            return USUAL_LINES;
        }
    }

    /** Whether colours are wanted there (see no-color.org). */
    static boolean isColoured(Map<String, String> environment) {
        return environment.getOrDefault("NO_COLOR", "").isEmpty();
    }

    /** Linux knows where stderr leads. Elsewhere the shell knows it: Java itself knows it only of stdin and stdout. */
    static boolean isTerminal(Path descriptor) {
        if (!Files.isSymbolicLink(descriptor)) {
            return shellSaysSo();
        }
        try {
            return DEVICE.matcher(Files.readSymbolicLink(descriptor).toString()).matches();
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean shellSaysSo() {
        try {
            Process test = new ProcessBuilder("sh", "-c", "test -t 2")
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            return test.waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
