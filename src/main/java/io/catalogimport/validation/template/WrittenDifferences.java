package io.catalogimport.validation.template;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The differences of two templates, read again from a message that has the sentence of {@link TemplateMatch.Different}.
 *
 * @param before what the message says before them
 * @param differences those that the message names
 * @param after what it says after them
 */
public record WrittenDifferences(String before, List<Difference> differences, String after) {
    private static final Pattern SENTENCE = Pattern.compile(
            "(?s)(.*?The templates differ(?: only in metadata and descriptions)?): (.*?)((?:; and \\d+ more)?\\.(?:"
                    + " Use the version .*)?)");
    private static final Pattern NEXT = Pattern.compile("; (?=[^;\"]+: stack has )");
    private static final Pattern DIFFERENCE =
            Pattern.compile("(?s)(.+?): stack has (\"(?:[^\"\\\\]|\\\\.)*\"|.+?), product has (.+)");

    public WrittenDifferences {
        differences = List.copyOf(differences);
    }

    /** Empty if the message is about something else. */
    public static Optional<WrittenDifferences> in(String message) {
        Matcher sentence = SENTENCE.matcher(message);
        if (!sentence.matches()) {
            return Optional.empty();
        }
        List<Matcher> parts =
                NEXT.splitAsStream(sentence.group(2)).map(DIFFERENCE::matcher).toList();
        if (!parts.stream().allMatch(Matcher::matches)) {
            return Optional.empty();
        }
        List<Difference> differences = parts.stream()
                .map(part -> new Difference(part.group(1), part.group(2), part.group(3)))
                .toList();
        return Optional.of(new WrittenDifferences(
                sentence.group(1) + ":",
                differences,
                sentence.group(3).replaceFirst("^; and", "And").replaceFirst("^\\.\\s*", "")));
    }
}
