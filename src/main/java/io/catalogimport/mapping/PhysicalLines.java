package io.catalogimport.mapping;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.ListIterator;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a file into its physical lines, one at a time. Lines that were read ahead can be put back. However long a line
 * is, no more than {@link #LONGEST} characters of it are held.
 */
final class PhysicalLines implements Closeable {
    static final int LONGEST = 1 << 20;

    private static final int KEPT_OF_TOO_LONG = 1_000;
    private static final char REPLACEMENT = '\uFFFD';

    private final BufferedReader reader;
    private final Deque<PhysicalLine> ahead = new ArrayDeque<>();
    private int number;

    PhysicalLines(BufferedReader reader) {
        this.reader = reader;
    }

    @Nullable
    PhysicalLine next() throws IOException {
        return ahead.isEmpty() ? read() : ahead.pop();
    }

    /** Gives back lines that {@link #next()} has handed out last, in the same order. */
    void putBack(List<PhysicalLine> lines) {
        ListIterator<PhysicalLine> fromTheEnd = lines.listIterator(lines.size());
        while (fromTheEnd.hasPrevious()) {
            ahead.push(fromTheEnd.previous());
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    private @Nullable PhysicalLine read() throws IOException {
        int character = reader.read();
        if (character < 0) {
            return null;
        }
        number++;
        var text = new StringBuilder();
        boolean tooLong = false;
        while (character >= 0 && character != '\n' && character != '\r') {
            if (text.length() < LONGEST) {
                // PostgreSQL cannot store NUL.
                text.append(character == 0 ? REPLACEMENT : (char) character);
            } else {
                tooLong = true;
            }
            character = reader.read();
        }
        return new PhysicalLine(number, tooLong ? cut(text) : text.toString(), endThatBegins(character), tooLong);
    }

    private static String cut(StringBuilder text) {
        // A surrogate pair is not cut in two: PostgreSQL cannot store half of one.
        boolean splitsPair = Character.isHighSurrogate(text.charAt(KEPT_OF_TOO_LONG - 1));
        return text.substring(0, splitsPair ? KEPT_OF_TOO_LONG - 1 : KEPT_OF_TOO_LONG);
    }

    private String endThatBegins(int character) throws IOException {
        if (character < 0) {
            return "";
        }
        if (character == '\n') {
            return "\n";
        }
        reader.mark(1);
        if (reader.read() == '\n') {
            return "\r\n";
        }
        reader.reset();
        return "\r";
    }
}
