/** What {@code make bench} measures. Nothing here is a test: claims about speed are printed, not asserted. */
@NullMarked
package io.catalogimport.bench;

import org.jspecify.annotations.NullMarked;
