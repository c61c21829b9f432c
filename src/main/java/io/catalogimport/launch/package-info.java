/**
 * Starts a run, restarts it, and recovers what a process that died has left. Also wires everything that a run needs, and
 * writes down what an operator says about a row. What happens within a run is in {@link io.catalogimport.job}.
 */
@NullMarked
package io.catalogimport.launch;

import org.jspecify.annotations.NullMarked;
