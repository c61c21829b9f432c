package io.catalogimport.validation;

import io.catalogimport.aws.Lane;
import io.catalogimport.mapping.StackMapping;
import java.util.List;

/** Tells what validation will be asked next, so that it can read in bulk. May be asked by several threads. */
@FunctionalInterface
public interface UpcomingMappings {
    /** What comes next is not known. Every stack is then asked for by itself. */
    UpcomingMappings UNKNOWN = (lane, line, limit) -> List.of();

    /**
     * The lane's mappings that are still to be validated.
     *
     * @param line the first that counts
     * @param limit how many there may be at most, in file order
     */
    List<StackMapping> from(Lane lane, int line, int limit);
}
