package io.catalogimport.mapping;

import java.util.Optional;

/**
 * Why a value does not have the form that it must have, as far as a character tells.
 *
 * @param place the character that is wrong, counted from 0
 * @param words the reason; empty where the value itself shows it
 */
record Flaw(int place, String words) {
    private static final String OPENING = "\"'`´“”„‟‘’‚‛«»‹›<[({＂＇＜";
    private static final String CLOSING = "\"'`´“”„‟‘’‚‛«»‹›>])}＂＇＞";
    private static final int SHOWN_WITHOUT_PLACE = 80;

    /** @param wrongPlace the first character that does not fit the form */
    static Flaw of(String value, int wrongPlace) {
        return wrapping(value)
                .or(() -> OddCharacter.firstIn(value).map(odd -> new Flaw(odd.place(), odd.words())))
                .orElseGet(() -> new Flaw(
                        wrongPlace,
                        value.length() > SHOWN_WITHOUT_PLACE ? "it goes wrong at character " + (wrongPlace + 1) : ""));
    }

    private static Optional<Flaw> wrapping(String value) {
        char first = value.charAt(0);
        char last = value.charAt(value.length() - 1);
        boolean isOpened = OPENING.indexOf(first) >= 0;
        boolean isClosed = value.length() > 1 && CLOSING.indexOf(last) >= 0;
        if (isOpened && isClosed) {
            return Optional.of(new Flaw(0, "it is wrapped in %s %s, which must be removed".formatted(first, last)));
        }
        if (isOpened) {
            return Optional.of(new Flaw(0, "it begins with %s, which must be removed".formatted(first)));
        }
        return isClosed
                ? Optional.of(new Flaw(
                        value.codePointCount(0, value.length()) - 1,
                        "it ends with %s, which must be removed".formatted(last)))
                : Optional.empty();
    }

    /** The value with its flaw, as the beginning of a sentence that goes on with what it should be. */
    String sentence(String value, String claim) {
        return Excerpt.of(value, place) + claim + (words.isEmpty() ? "" : " (" + words + ")");
    }
}
