/**
 * The two steps that import, one stack at a time in each lane: the first follows what earlier starts left in flight, the second
 * imports what is ready. How an import is submitted and followed is in {@link io.catalogimport.importing}.
 */
@NullMarked
package io.catalogimport.job.imports;

import org.jspecify.annotations.NullMarked;
