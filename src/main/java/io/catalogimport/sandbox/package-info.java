/**
 * A local stand-in for AWS: real HTTP on loopback, the real wire protocols, the documented rules. Reached only by
 * its endpoint; the job does not know it.
 */
@NullMarked
package io.catalogimport.sandbox;

import org.jspecify.annotations.NullMarked;
