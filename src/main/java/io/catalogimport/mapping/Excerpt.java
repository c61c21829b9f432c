package io.catalogimport.mapping;

import java.util.Locale;

/**
 * Text that others wrote, made fit to be quoted within one line of a message: shortened, and with everything that a
 * terminal would obey or not show written as an escape.
 */
public final class Excerpt {
    private static final int LONGEST = 80;

    private Excerpt() {}

    /** The text in double quotes; at most its first 80 characters, and then an ellipsis. */
    public static String of(String text) {
        var shown = new StringBuilder("\"");
        text.codePoints().limit(LONGEST).forEach(codePoint -> append(shown, codePoint));
        if (text.codePointCount(0, text.length()) > LONGEST) {
            shown.append('…');
        }
        return shown.append('"').toString();
    }

    private static void append(StringBuilder shown, int codePoint) {
        switch (codePoint) {
            case '\n' -> shown.append("\\n");
            case '\r' -> shown.append("\\r");
            case '\t' -> shown.append("\\t");
            default -> {
                if (isVisible(codePoint)) {
                    shown.appendCodePoint(codePoint);
                } else {
                    shown.append(String.format(Locale.ROOT, "\\u%04X", codePoint));
                }
            }
        }
    }

    private static boolean isVisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            case Character.SPACE_SEPARATOR -> codePoint == ' ';
            default -> true;
        };
    }
}
