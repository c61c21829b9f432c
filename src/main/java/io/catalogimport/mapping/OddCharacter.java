package io.catalogimport.mapping;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A character that none of our values can have and that a reader may not notice: one that is not shown, or one that looks
 * like another.
 *
 * @param place where it stands, counted in characters from 0
 */
record OddCharacter(int place, int codePoint) {
    private static final int LAST_ASCII = 0x7E;

    /** The first character that is not a visible one of ASCII, or a blank. */
    static Optional<OddCharacter> firstIn(String value) {
        int place = 0;
        for (int i = 0; i < value.length(); i += Character.charCount(value.codePointAt(i))) {
            int codePoint = value.codePointAt(i);
            if (codePoint > LAST_ASCII || codePoint < ' ') {
                return Optional.of(new OddCharacter(place, codePoint));
            }
            place++;
        }
        return Optional.empty();
    }

    /** Whether a reader sees nothing, or a blank that is not the one of the keyboard. Tab and line ends are not counted. */
    static boolean isInvisible(int codePoint) {
        if (codePoint <= LAST_ASCII) {
            return codePoint < ' ' && codePoint != '\t' && codePoint != '\n' && codePoint != '\r';
        }
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> isFiller(codePoint);
        };
    }

    /** Letters, signs and marks by their type, but never shown. */
    private static boolean isFiller(int codePoint) {
        return codePoint == 0x034F
                || codePoint == 0x115F
                || codePoint == 0x1160
                || codePoint == 0x2800
                || codePoint == 0x3164
                || codePoint == 0xFFA0
                || (codePoint >= 0xFE00 && codePoint <= 0xFE0F)
                || (codePoint >= 0xE0100 && codePoint <= 0xE01EF);
    }

    /** Blanks, line breaks and whatever else a reader does not see. */
    static boolean isBlank(int codePoint) {
        return codePoint == ' '
                || codePoint == '\t'
                || codePoint == '\n'
                || codePoint == '\r'
                || isInvisible(codePoint);
    }

    static boolean areBlank(String text) {
        return text.codePoints().allMatch(OddCharacter::isBlank);
    }

    /** {@code NO-BREAK SPACE (U+00A0)}. */
    static String name(int codePoint) {
        String number = String.format(Locale.ROOT, "U+%04X", codePoint);
        @Nullable String name = Character.getName(codePoint);
        return name == null ? number : name + " (" + number + ")";
    }

    /** {@code character 104 is NO-BREAK SPACE (U+00A0)}. */
    String words() {
        String words = "character %d is %s".formatted(place + 1, name(codePoint));
        return isHyphen() ? words + ", not the hyphen of the keyboard" : words;
    }

    private boolean isHyphen() {
        return Character.getType(codePoint) == Character.DASH_PUNCTUATION || codePoint == 0x2212;
    }
}
