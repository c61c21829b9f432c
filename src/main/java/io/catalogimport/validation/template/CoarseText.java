package io.catalogimport.validation.template;

import java.util.regex.Pattern;

/**
 * A text in a form that it shares with every text which the comparison may take for the same: a number in its usual
 * spelling, and one question mark for any characters that GetTemplate may have lost.
 */
final class CoarseText {
    private static final Pattern WHOLE =
            Pattern.compile("[-+]?(?:0b[01_]+|0x[0-9a-fA-F_]+|[0-9][0-9_]*(?::[0-5]?[0-9])*)");
    private static final String IN_NUMBERS = "0123456789+-._:abcdefABCDEFxX";

    private CoarseText() {}

    static String of(String text) {
        return mayBeNumber(text) ? number(text).text() : withoutLostCharacters(text);
    }

    /** Looks at the first characters only as far as is needed, because nearly no text is a number. */
    private static boolean mayBeNumber(String text) {
        return !text.isEmpty()
                && IN_NUMBERS.indexOf(text.charAt(0)) >= 0
                && text.chars().allMatch(character -> IN_NUMBERS.indexOf(character) >= 0);
    }

    private static TemplateNode.Scalar number(String text) {
        return WHOLE.matcher(text).matches() ? PlainScalar.integer(text) : PlainScalar.fraction(text);
    }

    static String withoutLostCharacters(String text) {
        if (text.indexOf('?') < 0 && LossyText.isAscii(text)) {
            return text;
        }
        var kept = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            boolean mayBeLost = text.charAt(i) == '?' || text.charAt(i) >= 0x80;
            if (!mayBeLost) {
                kept.append(text.charAt(i));
            } else if (kept.isEmpty() || kept.charAt(kept.length() - 1) != '?') {
                kept.append('?');
            }
        }
        return kept.toString();
    }
}
