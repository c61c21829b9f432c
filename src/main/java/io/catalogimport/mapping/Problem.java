package io.catalogimport.mapping;

/**
 * One thing that is wrong with a line of the mapping file.
 *
 * @param code stable, for scripts, such as {@code INVALID_PRODUCT_ID}
 * @param sentence what is wrong and what would be right, for people
 */
public record Problem(String code, String sentence) {}
