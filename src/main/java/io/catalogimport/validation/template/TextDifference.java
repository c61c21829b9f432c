package io.catalogimport.validation.template;

import io.catalogimport.mapping.Excerpt;

/** The first place where two texts differ, and what both have around it. */
final class TextDifference {
    /** An excerpt from the beginning shows a difference before this place, and some text after it. */
    private static final int EARLY = 40;

    /** How many characters an excerpt shows. */
    private static final int SHOWN = 80;

    private static final int BEFORE = 30;
    private static final int AFTER = 40;

    private final String inStack;
    private final String inProduct;
    private int stackIndex;
    private int productIndex;

    TextDifference(String inStack, String inProduct) {
        this.inStack = inStack;
        this.inProduct = inProduct;
        passWhatIsTheSame();
    }

    private void passWhatIsTheSame() {
        boolean isLossy = LossyText.isAscii(inStack);
        while (stackIndex < inStack.length() && productIndex < inProduct.length()) {
            int codePoint = inProduct.codePointAt(productIndex);
            int width = 1;
            if (isLossy && codePoint >= 0x80 && inStack.charAt(stackIndex) == '?') {
                boolean isTwo = Character.charCount(codePoint) == 2 && inStack.startsWith("?", stackIndex + 1);
                width = isTwo ? 2 : 1;
            } else if (inStack.codePointAt(stackIndex) == codePoint) {
                width = Character.charCount(codePoint);
            } else {
                return;
            }
            stackIndex += width;
            productIndex += Character.charCount(codePoint);
        }
    }

    /** Whether excerpts from the beginning of the texts may be alike. */
    boolean isHardToSee() {
        return productIndex >= EARLY && (isLong(inStack) || isLong(inProduct));
    }

    private static boolean isLong(String text) {
        return text.codePointCount(0, text.length()) > SHOWN;
    }

    /** Line and column of the first difference, as the product's text has them. */
    String position() {
        String before = inProduct.substring(0, productIndex);
        long line = before.chars().filter(character -> character == '\n').count() + 1;
        int column = before.codePointCount(before.lastIndexOf('\n') + 1, before.length()) + 1;
        return "line " + line + ", column " + column;
    }

    String excerptOfStack() {
        return around(inStack, stackIndex);
    }

    String excerptOfProduct() {
        return around(inProduct, productIndex);
    }

    /** The line in which the place is, shortened on both sides. */
    private static String around(String text, int place) {
        int lineStart = text.lastIndexOf('\n', place - 1) + 1;
        int lineEnd = text.indexOf('\n', place) < 0 ? text.length() : text.indexOf('\n', place);
        int end = place == lineEnd ? Math.min(text.length(), lineEnd + 1) : lineEnd;
        int shownStart = boundary(text, Math.max(lineStart, place - BEFORE));
        int shownEnd = boundary(text, Math.min(end, place + AFTER));
        return Excerpt.of((shownStart > lineStart ? "…" : "")
                + text.substring(shownStart, shownEnd)
                + (shownEnd < end ? "…" : ""));
    }

    /** The same place, or the place before it if it is inside a character. */
    private static int boundary(String text, int place) {
        boolean isWithin = place > 0 && place < text.length() && Character.isLowSurrogate(text.charAt(place));
        return isWithin && Character.isHighSurrogate(text.charAt(place - 1)) ? place - 1 : place;
    }
}
