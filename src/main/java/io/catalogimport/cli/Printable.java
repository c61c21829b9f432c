package io.catalogimport.cli;

/**
 * Text for a terminal. What comes from AWS, a file or the database may hold anything, and a terminal obeys control
 * characters: it could hide a line, or show another text than the one that is there.
 */
final class Printable {
    /** Control characters (C0 and C1), invisible ones such as those that turn the direction, and line separators. */
    static final String OBEYED = "[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]+";

    private Printable() {}

    /** The text on one line, without anything that a terminal obeys. */
    static String text(String text) {
        return text.replaceAll(OBEYED, " ");
    }
}
