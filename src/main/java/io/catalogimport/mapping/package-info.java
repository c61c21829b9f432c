/**
 * The mapping file: how it is read, what a line must look like. Asks neither AWS nor the database.
 */
@NullMarked
package io.catalogimport.mapping;

import org.jspecify.annotations.NullMarked;
