package io.catalogimport.mapping;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Our columns of a mapping file. Each of the two ids can be left out where its name is given. */
enum Column {
    STACK_ARN,
    PRODUCT_ID,
    PROVISIONING_ARTIFACT_ID,
    PROVISIONED_PRODUCT_NAME,
    PRODUCT_NAME,
    PROVISIONING_ARTIFACT_NAME;

    private static final List<Column> NEEDED =
            Arrays.stream(values()).filter(Column::isNeeded).toList();

    private final String title = name().toLowerCase(Locale.ROOT);
    private final String letters = letters(title);

    /** The column's name in the file. */
    String title() {
        return title;
    }

    /** The column that can stand for this one. */
    Optional<Column> substitute() {
        return switch (this) {
            case PRODUCT_ID -> Optional.of(PRODUCT_NAME);
            case PROVISIONING_ARTIFACT_ID -> Optional.of(PROVISIONING_ARTIFACT_NAME);
            case STACK_ARN, PROVISIONED_PRODUCT_NAME, PRODUCT_NAME, PROVISIONING_ARTIFACT_NAME -> Optional.empty();
        };
    }

    /** Whether a file needs this column, or the one that stands for it. */
    boolean isNeeded() {
        return this != PRODUCT_NAME && this != PROVISIONING_ARTIFACT_NAME;
    }

    /** The columns that a file needs. */
    static List<Column> needed() {
        return NEEDED;
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
        return needed().stream().map(Column::title).collect(Collectors.joining(","));
    }
}
