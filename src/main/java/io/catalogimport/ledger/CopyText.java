package io.catalogimport.ledger;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows in the text form that PostgreSQL's COPY reads. Every value comes out of the database as it was put in, except that
 * PostgreSQL stores no NUL.
 */
final class CopyText {
    private final StringBuilder text = new StringBuilder();

    /** Adds a row. An array becomes one, null becomes null, and of anything else the text is taken. */
    void add(List<? extends @Nullable Object> row) {
        String before = "";
        for (@Nullable Object value : row) {
            text.append(before);
            if (value == null) {
                text.append("\\N");
            } else if (value instanceof Object[] array) {
                append(arrayOf(array));
            } else {
                append(value.toString());
            }
            before = "\t";
        }
        text.append('\n');
    }

    int length() {
        return text.length();
    }

    /** The rows that were added since the last call. */
    byte[] take() {
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        text.setLength(0);
        return bytes;
    }

    private static String arrayOf(Object[] values) {
        StringBuilder array = new StringBuilder("{");
        String before = "\"";
        for (Object value : values) {
            array.append(before)
                    .append(value.toString().replace("\\", "\\\\").replace("\"", "\\\""))
                    .append('"');
            before = ",\"";
        }
        return array.append('}').toString();
    }

    private void append(String value) {
        int written = 0;
        for (int i = 0; i < value.length(); i++) {
            char letter = escape(value.charAt(i));
            if (letter != 0) {
                text.append(value, written, i).append('\\').append(letter);
                written = i + 1;
            }
        }
        text.append(value, written, value.length());
    }

    /** What stands for a character after a backslash; 0 if it stands for itself. */
    private static char escape(char character) {
        return switch (character) {
            case '\\' -> '\\';
            case '\t' -> 't';
            case '\n' -> 'n';
            case '\r' -> 'r';
            default -> 0;
        };
    }
}
