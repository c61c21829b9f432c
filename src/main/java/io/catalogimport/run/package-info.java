/**
 * What a run is made of, for the job and for those who start it: options, limits, stop request, progress port, and the
 * place among other processes (locks, workers that share the run). Steps, and everything else that uses Spring Batch, are in
 * {@link io.catalogimport.job}.
 */
@NullMarked
package io.catalogimport.run;

import org.jspecify.annotations.NullMarked;
