package io.catalogimport.report;

/** A number of things: {@code 1 row}, {@code 2 rows}. */
public final class Plural {
    private Plural() {}

    /** The number and the thing, with an s unless there is one of it. */
    public static String of(long number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }
}
