package io.catalogimport.validation;

import io.catalogimport.mapping.StackMapping;

/**
 * A mapping that was validated.
 *
 * @param mapping with the ids of what it names, as far as they were found
 */
public record Checked(StackMapping mapping, Verdict verdict) {}
