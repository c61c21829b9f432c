package io.catalogimport.validation.template;

/**
 * GetTemplate returns each character outside ASCII as {@code ?}. A character beyond the basic plane becomes one or two
 * of them (<a href="https://github.com/aws-cloudformation/cloudformation-coverage-roadmap/issues/814">issue 814</a>).
 */
final class LossyText {
    private LossyText() {}

    /**
     * Whether GetTemplate can have turned the product's text into the stack's. A text that still has characters outside
     * ASCII has lost none, so no {@code ?} in it replaces another character.
     */
    static boolean canStandFor(String inStack, String inProduct) {
        if (inStack.indexOf('?') < 0 || !isAscii(inStack)) {
            return false;
        }
        // The product's text up to here matches the stack's up to any place from low to high, between which there are
        // only question marks.
        int low = 0;
        int high = 0;
        for (int i = 0; i < inProduct.length(); i = inProduct.offsetByCodePoints(i, 1)) {
            int codePoint = inProduct.codePointAt(i);
            if (codePoint < 0x80 && codePoint != '?') {
                if (high == inStack.length() || inStack.charAt(high) != codePoint) {
                    return false;
                }
                high++;
                low = high;
            } else {
                low++;
                high += questionMarks(inStack, high, Character.charCount(codePoint));
                if (low > high) {
                    return false;
                }
            }
        }
        return high == inStack.length();
    }

    static boolean isAscii(String text) {
        return text.chars().allMatch(character -> character < 0x80);
    }

    /** What GetTemplate makes of the text, if a character beyond the basic plane becomes one question mark. */
    static String lostByCharacter(String text) {
        return text.codePoints()
                .map(codePoint -> codePoint < 0x80 ? codePoint : '?')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** What GetTemplate makes of the text, if a character beyond the basic plane becomes two. */
    static String lostByHalfCharacter(String text) {
        char[] characters = text.toCharArray();
        for (int i = 0; i < characters.length; i++) {
            characters[i] = characters[i] < 0x80 ? characters[i] : '?';
        }
        return String.valueOf(characters);
    }

    private static int questionMarks(String text, int from, int most) {
        int count = 0;
        while (count < most && text.startsWith("?", from + count)) {
            count++;
        }
        return count;
    }
}
