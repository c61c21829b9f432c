package io.catalogimport.database;

import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One of the embedded server's programs has failed; the message is what it said itself. */
final class ServerFailedException extends IOException {
    private static final Pattern TELLING =
            Pattern.compile("(?:^|.*?\\s)((?:FATAL|PANIC|ERROR|DETAIL|HINT|error|fatal|detail|hint):\\s.*)");
    private static final int LAST_LINES = 3;

    private final List<String> output;

    ServerFailedException(String program, int exitCode, List<String> output) {
        super(program + " says: " + words(output, exitCode));
        this.output = output;
    }

    boolean says(String words) {
        return output.stream().anyMatch(line -> line.contains(words));
    }

    /** Lines with a cause or an advice, without time and process number; otherwise the last ones. */
    private static String words(List<String> output, int exitCode) {
        List<String> telling = output.stream()
                .map(TELLING::matcher)
                .filter(Matcher::matches)
                .map(line -> line.group(1).replaceAll("\\s+", " "))
                .toList();
        List<String> lines = telling.isEmpty()
                ? output.stream().filter(line -> !line.isBlank()).toList()
                : telling;
        return lines.isEmpty()
                ? "nothing, exit code " + exitCode
                : String.join("; ", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
    }
}
