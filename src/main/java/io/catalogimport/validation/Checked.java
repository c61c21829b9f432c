package io.catalogimport.validation;

import io.catalogimport.mapping.StackMapping;
import org.jspecify.annotations.Nullable;

/**
 * A mapping that was validated.
 *
 * @param difference all differences of the templates, for people; null where there are none or they are not known
 * @param mapping with the ids of what it names, as far as they were found
 */
public record Checked(
        StackMapping mapping, Verdict verdict, @Nullable String difference) {}
