package io.catalogimport.cli;

/** A number of things: {@code 1 row}, {@code 2 rows}. */
final class Plural {
    private Plural() {}

    static String of(long number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }
}
