/**
 * Reads a seed, the YAML file that sets the scene, into the world.
 */
@NullMarked
package io.catalogimport.sandbox.seed;

import org.jspecify.annotations.NullMarked;
