package io.catalogimport.mapping;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
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
    private static final int BUFFER = 1 << 13;
    private static final char REPLACEMENT = '\uFFFD';

    private final Reader reader;
    private final char[] buffer = new char[BUFFER];
    private final Deque<PhysicalLine> ahead = new ArrayDeque<>();
    private int at;
    private int filled;
    private int number;

    PhysicalLines(Reader reader) {
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
        if (isAtEnd()) {
            return null;
        }
        number++;
        var text = new StringBuilder();
        boolean tooLong = false;
        while (!isAtEnd() && !isLineEnd(buffer[at])) {
            int end = endOfText();
            int room = LONGEST - text.length();
            tooLong |= end - at > room;
            text.append(buffer, at, Math.min(end - at, room));
            at = end;
        }
        return new PhysicalLine(number, tooLong ? cut(text) : text.toString(), lineEnd(), tooLong);
    }

    /** Whether nothing is left. Otherwise the next character is in the buffer. */
    private boolean isAtEnd() throws IOException {
        if (at == filled) {
            at = 0;
            filled = Math.max(0, reader.read(buffer));
        }
        return filled == 0;
    }

    private static boolean isLineEnd(char character) {
        return character == '\n' || character == '\r';
    }

    /** Where in the buffer the line ends, or the buffer does. */
    private int endOfText() {
        int end = at;
        while (end < filled && !isLineEnd(buffer[end])) {
            if (buffer[end] == 0) {
                // PostgreSQL cannot store NUL.
                buffer[end] = REPLACEMENT;
            }
            end++;
        }
        return end;
    }

    private static String cut(StringBuilder text) {
        // A surrogate pair is not cut in two: PostgreSQL cannot store half of one.
        boolean splitsPair = Character.isHighSurrogate(text.charAt(KEPT_OF_TOO_LONG - 1));
        return text.substring(0, splitsPair ? KEPT_OF_TOO_LONG - 1 : KEPT_OF_TOO_LONG);
    }

    private String lineEnd() throws IOException {
        if (isAtEnd()) {
            return "";
        }
        if (buffer[at++] == '\n') {
            return "\n";
        }
        if (!isAtEnd() && buffer[at] == '\n') {
            at++;
            return "\r\n";
        }
        return "\r";
    }
}
