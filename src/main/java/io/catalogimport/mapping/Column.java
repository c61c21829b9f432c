package io.catalogimport.mapping;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The columns that every mapping file must have. */
enum Column {
    STACK_ARN,
    PRODUCT_ID,
    PROVISIONING_ARTIFACT_ID,
    PROVISIONED_PRODUCT_NAME;

    private final String title = name().toLowerCase(Locale.ROOT);

    /** The column's name in the file. */
    String title() {
        return title;
    }

    static Optional<Column> titled(String title) {
        return Arrays.stream(values())
                .filter(column -> column.title.equalsIgnoreCase(title))
                .findFirst();
    }

    /** A complete header row. */
    static String headerRow() {
        return Arrays.stream(values()).map(Column::title).collect(Collectors.joining(","));
    }
}
