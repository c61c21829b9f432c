/**
 * The step that validates the mappings, many rows of a lane at a time: its reader, processor and writer. The rules
 * themselves are in {@link io.catalogimport.validation}.
 */
@NullMarked
package io.catalogimport.job.validate;

import org.jspecify.annotations.NullMarked;
