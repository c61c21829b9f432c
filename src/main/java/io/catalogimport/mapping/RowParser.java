package io.catalogimport.mapping;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts the text of a row into fields as RFC 4180 says, line by line. Blanks before an opening quote and after a closing
 * one are ignored, and so are invisible characters: RFC 4180 knows no quotes there, so no valid file is read in another way because of that.
 */
final class RowParser {
    private static final int WITHIN_QUOTES = -1;
    private static final int STRAY = -2;
    private static final int NONE = Integer.MAX_VALUE;

    private final char separator;
    private final StringBuilder quoted = new StringBuilder();
    private List<String> fields = new ArrayList<>();
    private int place;

    RowParser(Separator separator) {
        this.separator = separator.character();
    }

    /** How a row stands after a line of it. */
    enum State {
        COMPLETE,
        /** A quoted field goes on in the next line. */
        OPEN,
        /** A quote stands where none may. */
        MALFORMED
    }

    /** Reads the first line of a row. */
    State begin(String line) {
        fields = new ArrayList<>();
        return read(line, false);
    }

    /** Reads one more line of a row that is open, and the end of the line before. */
    State goOn(String endBefore, String line) {
        quoted.append(endBefore);
        return read(line, true);
    }

    /** Whether the row is one line with so many fields. */
    boolean hasFields(String row, int count) {
        return begin(row) == State.COMPLETE && fields.size() == count;
    }

    /** The fields of the row so far, without their quotes. */
    List<String> fields() {
        return fields;
    }

    /** Where in the last line a quote stands that may not stand there, counted from 0. */
    int place() {
        return place;
    }

    private State read(String line, boolean isOpen) {
        int at = isOpen ? afterQuotedField(line, 0) : 0;
        // Looked for once and not for each field, because a line may be long.
        int quote = at < 0 ? NONE : nextQuote(line, at);
        while (at >= 0 && at <= line.length()) {
            int end = endOfField(line, at);
            if (quote >= end) {
                fields.add(line.substring(at, end));
                at = end + 1;
            } else if (afterBlanks(line, at) == quote) {
                quoted.setLength(0);
                at = afterQuotedField(line, quote + 1);
                quote = at < 0 ? NONE : nextQuote(line, at);
            } else {
                place = quote;
                at = STRAY;
            }
        }
        return at == WITHIN_QUOTES ? State.OPEN : at == STRAY ? State.MALFORMED : State.COMPLETE;
    }

    /** Takes the rest of a quoted field; the index after the separator that follows, or why there is none. */
    private int afterQuotedField(String line, int from) {
        int end = afterClosingQuote(line, from);
        if (end < 0) {
            return WITHIN_QUOTES;
        }
        place = end - 1;
        int next = afterBlanks(line, end);
        return next == line.length() || line.charAt(next) == separator ? next + 1 : STRAY;
    }

    private static int nextQuote(String line, int from) {
        int quote = line.indexOf('"', from);
        return quote < 0 ? NONE : quote;
    }

    /** Takes the rest of a quoted field; the index after it, or -1 where the line ends within it. */
    private int afterClosingQuote(String line, int from) {
        int at = from;
        while (true) {
            int quote = line.indexOf('"', at);
            if (quote < 0) {
                quoted.append(line, at, line.length());
                return -1;
            }
            quoted.append(line, at, quote);
            if (!line.startsWith("\"", quote + 1)) {
                fields.add(quoted.toString());
                return quote + 1;
            }
            quoted.append('"');
            at = quote + 2;
        }
    }

    private int endOfField(String line, int from) {
        int end = line.indexOf(separator, from);
        return end < 0 ? line.length() : end;
    }

    private int afterBlanks(String line, int from) {
        int at = from;
        while (at < line.length() && isBlank(line.charAt(at))) {
            at++;
        }
        return at;
    }

    private boolean isBlank(char character) {
        return character == '\t' ? separator != '\t' : character == ' ' || OddCharacter.isInvisible(character);
    }
}
