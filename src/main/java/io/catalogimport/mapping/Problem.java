package io.catalogimport.mapping;

/**
 * One thing that is wrong with a row, or one that was put right in a row or in the whole file: then it is a warning.
 *
 * @param code stable, for scripts, such as {@code INVALID_PRODUCT_ID}
 * @param sentence what is wrong and what would be right, or what was done, for people
 */
public record Problem(String code, String sentence) {}
