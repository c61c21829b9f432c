package io.catalogimport.mapping;

import java.util.Locale;

/**
 * Text that others wrote, made fit to be quoted within one line of a message: shortened, and with everything that a
 * terminal would obey or not show written as an escape.
 */
public final class Excerpt {
    private static final int LONGEST = 80;
    private static final int BEFORE_PLACE = 60;

    private Excerpt() {}

    /** The text in double quotes; at most its first 80 characters, and then an ellipsis. */
    public static String of(String text) {
        return of(text, 0);
    }

    /**
     * The text in double quotes; if it is long, those 80 characters of it that show the place, with an ellipsis where
     * text is left out.
     *
     * @param place which character must be seen, counted from 0
     */
    public static String of(String text, int place) {
        int length = text.codePointCount(0, text.length());
        int first = place < LONGEST ? 0 : Math.max(0, Math.min(place - BEFORE_PLACE, length - LONGEST));
        var shown = new StringBuilder("\"");
        if (first > 0) {
            shown.append('…');
        }
        text.codePoints().skip(first).limit(LONGEST).forEach(codePoint -> append(shown, codePoint));
        if (length > first + LONGEST) {
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
            case Character.SURROGATE, Character.UNASSIGNED -> false;
            default -> !OddCharacter.isInvisible(codePoint);
        };
    }
}
