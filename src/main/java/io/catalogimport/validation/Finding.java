package io.catalogimport.validation;

/**
 * What a rule has to say of a mapping.
 *
 * @param blocks whether the mapping cannot be imported because of it; a warning otherwise
 * @param code stable, for scripts, such as {@code STACK_NOT_FOUND}
 * @param sentence what was found and what to do, for people
 */
public record Finding(boolean blocks, String code, String sentence) {

    static Finding reason(String code, String sentence) {
        return new Finding(true, code, sentence);
    }

    static Finding warning(String code, String sentence) {
        return new Finding(false, code, sentence);
    }
}
