package io.catalogimport.cli;

import io.catalogimport.ledger.Selection;

/** What is said where the user's selection holds no row. */
final class SelectionText {
    private SelectionText() {}

    static String empty(Selection selection) {
        return switch (selection.kind()) {
            case FAILED -> "No row has failed.";
            case REJECTED -> "No row is rejected.";
            case ALL, LINES -> "There is no such row.";
        };
    }
}
