package io.catalogimport.mapping;

import java.util.Arrays;
import java.util.Optional;

/** The character between the fields of a row. */
enum Separator {
    COMMA(',', ",", "commas"),
    SEMICOLON(';', ";", "semicolons"),
    TAB('\t', "a tab", "tabs"),
    BAR('|', "|", "vertical bars");

    private final char character;
    private final String sign;
    private final String plural;

    Separator(char character, String sign, String plural) {
        this.character = character;
        this.sign = sign;
        this.plural = plural;
    }

    char character() {
        return character;
    }

    /** As in "read with ; between the fields". */
    String sign() {
        return sign;
    }

    /** As in "separated by semicolons". */
    String plural() {
        return plural;
    }

    static Optional<Separator> of(String character) {
        return Arrays.stream(values())
                .filter(separator -> character.equals(String.valueOf(separator.character)))
                .findFirst();
    }
}
