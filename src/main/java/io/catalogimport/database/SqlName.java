package io.catalogimport.database;

import org.jspecify.annotations.Nullable;

/** A name as it is written in a statement that a message recommends. */
final class SqlName {
    private SqlName() {}

    /** The name, in quotes where SQL needs them. */
    static String of(@Nullable String name) {
        String text = String.valueOf(name);
        return text.matches("[a-z_][a-z0-9_]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
