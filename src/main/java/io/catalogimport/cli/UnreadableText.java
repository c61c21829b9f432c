package io.catalogimport.cli;

import java.nio.charset.Charset;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Paths and arguments that Java cannot read, because the locale has no such characters. Cron, systemd and plain containers
 * set no locale, and Java then knows ASCII alone. It fixes that before the program begins, so the program can only say what
 * to do.
 */
final class UnreadableText {
    private UnreadableText() {}

    /** What to say about the first of these that cannot be read. Java puts a character into them that it cannot write back. */
    static Optional<String> among(Stream<String> texts, Charset ofPaths) {
        return texts.filter(text -> !ofPaths.newEncoder().canEncode(text))
                .findFirst()
                .map(text -> "This argument or path cannot be read in the locale %s: '%s'. Set LC_ALL=C.UTF-8."
                        .formatted(locale(), text));
    }

    private static String locale() {
        return Stream.of("LC_ALL", "LC_CTYPE", "LANG")
                .map(System::getenv)
                .filter(value -> value != null && !value.isBlank())
                .findFirst()
                .orElse("POSIX");
    }
}
