package io.catalogimport.validation.template;

import java.util.regex.Pattern;

/**
 * Tells whether a template can have another structure once GetTemplate has lost characters of it. YAML takes a question mark
 * for the beginning of a key only where a value can begin, and some characters outside ASCII for line ends.
 */
final class LossyStructure {
    private static final Pattern LINE_ENDS = Pattern.compile("[\\u0085\\u2028\\u2029\\uFEFF]");
    private static final String BEFORE_A_VALUE = "-:,[{?&*!|>%\n";

    private LossyStructure() {}

    static boolean mayDiffer(String template) {
        // Anchors whose names differ in lost characters become one.
        return template.contains(" &") || LINE_ENDS.matcher(template).find() || hasLostBeginning(template);
    }

    /** Whether a value or a key may begin with a character that gets lost. */
    private static boolean hasLostBeginning(String template) {
        char last = '\n';
        for (int i = 0; i < template.length(); i++) {
            char character = template.charAt(i);
            if (character >= 0x80 && BEFORE_A_VALUE.indexOf(last) >= 0) {
                return true;
            }
            last = character == ' ' || character == '\t' ? last : character;
        }
        return false;
    }
}
