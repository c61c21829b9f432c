/** The mapping file: how it is read, and what a row must look like. Asks neither AWS nor the database. */
@NullMarked
package io.catalogimport.mapping;

import org.jspecify.annotations.NullMarked;
