package io.catalogimport.mapping;

/**
 * One line of the file as an editor counts lines; a row may have several.
 *
 * @param number 1 for the file's first line
 * @param text the line without its end; cut where the line is too long
 * @param end the line end: LF, CRLF, CR, or nothing for the last line
 * @param tooLong whether the line was too long to be kept
 */
record PhysicalLine(int number, String text, String end, boolean tooLong) {
    /** Whether the line has an odd number of quotes. */
    boolean changesQuoting() {
        return text.chars().filter(character -> character == '"').count() % 2 == 1;
    }
}
