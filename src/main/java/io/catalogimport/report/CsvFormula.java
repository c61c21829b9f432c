package io.catalogimport.report;

/** A value that a spreadsheet would take for a formula is shown as text instead. */
final class CsvFormula {
    /** The wide forms are the same to a spreadsheet with East Asian settings. */
    private static final String FIRST_CHARACTERS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private CsvFormula() {}

    /** The value, with an apostrophe before it if it could be run. */
    static String disarmed(String value) {
        return !value.isEmpty() && FIRST_CHARACTERS.indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
    }
}
