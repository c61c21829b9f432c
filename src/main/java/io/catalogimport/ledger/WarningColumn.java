package io.catalogimport.ledger;

import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** Warnings as the JSON columns of {@code mapping_ledger} hold them. */
final class WarningColumn {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String NONE = "[]";

    private WarningColumn() {}

    static String write(List<Warning> warnings) {
        // Most rows have none.
        return warnings.isEmpty() ? NONE : JSON.writeValueAsString(warnings);
    }

    static List<Warning> read(String column) {
        return column.equals(NONE) ? List.of() : List.of(JSON.readValue(column, Warning[].class));
    }
}
