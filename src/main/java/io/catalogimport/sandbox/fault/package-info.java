/**
 * What goes wrong on purpose: which calls are hit by which fault, and how the imports of a region end, decided by a seed
 * number so that it can be repeated.
 */
@NullMarked
package io.catalogimport.sandbox.fault;

import org.jspecify.annotations.NullMarked;
