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
    private final String letters = letters(title);

    /** The column's name in the file. */
    String title() {
        return title;
    }

    /** The column that a title of the file names, such as {@code Stack ARN}, {@code StackArn} or {@code stack-arn}. */
    static Optional<Column> titled(String title) {
        String letters = letters(title);
        return Arrays.stream(values())
                .filter(column -> column.letters.equals(letters))
                .findFirst();
    }

    /** A title without what people write in different ways: case, blanks, hyphens, underscores, invisible characters. */
    private static String letters(String title) {
        var letters = new StringBuilder();
        title.codePoints()
                .filter(codePoint -> codePoint != '_'
                        && Character.getType(codePoint) != Character.DASH_PUNCTUATION
                        && !OddCharacter.isBlank(codePoint))
                .forEach(letters::appendCodePoint);
        return letters.toString().toLowerCase(Locale.ROOT);
    }

    /** A complete header row. */
    static String headerRow() {
        return Arrays.stream(values()).map(Column::title).collect(Collectors.joining(","));
    }
}
