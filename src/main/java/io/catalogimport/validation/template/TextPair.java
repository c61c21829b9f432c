package io.catalogimport.validation.template;

/**
 * The texts of both templates, without what has no meaning: the kind of line ends, and a byte order mark. GetTemplate
 * may return that mark as it is, as {@code ?} or not at all.
 */
record TextPair(String inStack, String inProduct) {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    static TextPair of(String stackTemplate, String productTemplate) {
        String inStack = withPlainLineEnds(stackTemplate);
        String inProduct = withPlainLineEnds(productTemplate);
        boolean isMarked = inProduct.startsWith(BYTE_ORDER_MARK);
        boolean isMarkInStack = inStack.startsWith(BYTE_ORDER_MARK) || (isMarked && inStack.startsWith("?"));
        return new TextPair(
                isMarkInStack ? inStack.substring(1) : inStack, isMarked ? inProduct.substring(1) : inProduct);
    }

    boolean areEqual() {
        return inStack.equals(inProduct);
    }

    boolean areEqualButForLostCharacters() {
        return LossyText.canStandFor(inStack, inProduct);
    }

    /**
     * Whether lost characters can have changed the structure of the stack's text: {@code - ? x} is not a list of texts.
     */
    boolean mayHideStructure() {
        return inStack.indexOf('?') >= 0 && LossyText.isAscii(inStack) && !LossyText.isAscii(inProduct);
    }

    static String withPlainLineEnds(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n');
    }
}
