/** The program among kills, outages and faults, and what may not happen all the same: {@code make chaos}. */
@NullMarked
package io.catalogimport.chaos;

import org.jspecify.annotations.NullMarked;
